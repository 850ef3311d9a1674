// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.correction;

import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a bill said, and from when on (账单版本): the first is the bill as issued, each later one a correction of it.
///
/// @param made by what it came about; null for the bill as issued
public record BillCorrection(int number, @Nullable Made made, Instant at, Amounts amounts) {

    /// A correction has one cause.
    public record Made(Cause cause, String causeId, String reason, String by) {}

    public record Amounts(GpuMillis gpuTime, Fen pricePerGpuHour, Fen listPrice, Fen voucherPart, Fen ownPart) {}

    public enum Cause {
        DISPUTE,
        PRICE
    }
}
