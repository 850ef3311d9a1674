// SPDX-License-Identifier: Apache-2.0
/// Free GPUs kept in buckets by count, so that a placement needs no scan. Start at
/// [io.atrium.engine.scheduler.index.FleetIndex].
@NullMarked
package io.atrium.engine.scheduler.index;

import org.jspecify.annotations.NullMarked;
