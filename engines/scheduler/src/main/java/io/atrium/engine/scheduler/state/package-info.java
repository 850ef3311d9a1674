// SPDX-License-Identifier: Apache-2.0
/// State files (状态文件): a snapshot as text, so that what a live scheduler saw can be kept, sent and decided again.
///
/// Start at [io.atrium.engine.scheduler.state.StateFile]. Times are instants of UTC, lengths ISO 8601, GPU time whole
/// milliseconds, prices fen for a GPU-hour.
@NullMarked
package io.atrium.engine.scheduler.state;

import org.jspecify.annotations.NullMarked;
