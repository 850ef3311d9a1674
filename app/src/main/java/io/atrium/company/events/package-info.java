// SPDX-License-Identifier: Apache-2.0
/// What other modules may listen to.
@NamedInterface("events")
@NullMarked
package io.atrium.company.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
