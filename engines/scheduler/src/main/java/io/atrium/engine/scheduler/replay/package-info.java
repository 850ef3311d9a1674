// SPDX-License-Identifier: Apache-2.0
/// Replay (轨迹重放): recorded jobs under a discipline, event by event, with what came of it for jobs and tenants.
///
/// Start at [io.atrium.engine.scheduler.replay.TraceReplay]. Nodes are kept by the engine's own index, what a
/// discipline
/// may do is said by the rules of the catalogue; here are the disciplines, the clock and the measures. A discipline
/// never
/// sees how long a job will run: it sees the declared limit, what was done, and the lengths of jobs that have ended.
@NullMarked
package io.atrium.engine.scheduler.replay;

import org.jspecify.annotations.NullMarked;
