// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.simulated;

import io.atrium.compute.execution.RunId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run that only time passes for (模拟运行).
///
/// @param works how long it will have worked when it ends by itself
/// @param fails whether it then ends with an error
public record SimulatedRun(
        RunId id,
        Duration works,
        boolean fails,
        @Nullable Instant started,
        @Nullable Instant stopped,
        @Nullable String stopReason) {}
