// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.simulation;

import java.time.Duration;

/// A job of the replayed day (到达).
///
/// @param number 1, 2, … in the order of the day
/// @param at     after the beginning of the replay
/// @param works  how long it works if nobody stops it; never longer than the limit
/// @param limit  what its firm declares
record Arrival(
        int number, Duration at, int firm, String pool, int gpus, Duration works, Duration limit, boolean fails) {}
