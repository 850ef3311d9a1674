// SPDX-License-Identifier: Apache-2.0
/// Scheduler (算力调度): decides which waiting job starts on which GPUs now, and says why every other one waits.
///
/// What it is: pure functions over a snapshot. No clock, no thread, no database, no provider; whoever calls it brings
/// the state and carries out the answer. What it is not: a round never stops a job and never moves one; what
/// does is tried out in replays.
///
/// Start at [io.atrium.engine.scheduler.Round]. The packages, lower first: `model` (fleet, jobs, answers),
/// `rule` (one rule, one file), `learn` (what became of earlier start estimates), `index` (free-count buckets that are
/// kept, not rebuilt), `reference` (the same choice by plain scanning, the oracle of the tests and the peer of the
/// benchmark), `pack` (shares of GPUs on machines that differ), `replay` (recorded jobs under a discipline), `state` (a
/// snapshot as text).
@NullMarked
package io.atrium.engine.scheduler;

import org.jspecify.annotations.NullMarked;
