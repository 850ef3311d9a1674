// SPDX-License-Identifier: Apache-2.0

/// What happened to appeals, for other modules.
@NamedInterface("events")
@NullMarked
package io.atrium.appeal.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
