// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.isolated;

import java.time.Duration;

/// What the trial of one package may use (试运行上限).
///
/// @param time from start to end, the start of the process included
/// @param memoryMegabytes the heap of the process
public record TrialLimits(Duration time, int memoryMegabytes) {

    /// A sound package of the largest size takes a few seconds and some 60 MB.
    public static final TrialLimits STANDARD = new TrialLimits(Duration.ofSeconds(60), 256);
}
