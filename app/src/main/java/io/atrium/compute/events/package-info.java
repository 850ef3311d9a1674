// SPDX-License-Identifier: Apache-2.0
/// What happened to jobs, for other modules.
@NamedInterface("events")
@NullMarked
package io.atrium.compute.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
