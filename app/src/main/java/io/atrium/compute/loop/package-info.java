// SPDX-License-Identifier: Apache-2.0
/// What happens to jobs by itself: place, start, watch, settle. Start at [io.atrium.compute.loop.ComputeLoop].
@NullMarked
package io.atrium.compute.loop;

import org.jspecify.annotations.NullMarked;
