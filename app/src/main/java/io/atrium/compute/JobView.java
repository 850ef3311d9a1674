// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A job (作业) as its firm, its provider and the operator see it.
///
/// @param engine the execution engine that was asked to run it; empty until one was
/// @param runNode the node whose machine was asked to run it; empty for others
public record JobView(
        JobId id,
        OrgId firm,
        OrgId provider,
        Ask ask,
        JobState state,
        @Nullable JobOutcome outcome,
        Held held,
        Times times,
        Use use,
        String submittedBy,
        String detail,
        @Nullable String stopReason,
        String engine,
        String runNode) {

    /// Name of the engine of the demo.
    public static final String SIMULATED = "simulated";

    /// What was asked for, with the pool that was chosen and its price at submission.
    public record Ask(
            String name,
            String workload,
            List<String> command,
            String pool,
            String gpuModel,
            int gpus,
            Duration timeLimit,
            Fen pricePerGpuHour,
            String project) {}

    /// What is held at most: the list price at the time limit, split into the voucher's part and the firm's own.
    public record Held(@Nullable String voucher, Fen voucherPart, Fen ownPart) {
        public Fen listPrice() {
            return voucherPart.plus(ownPart);
        }
    }

    public record Times(
            Instant submitted,
            @Nullable Instant placed,
            @Nullable Instant started,
            @Nullable Instant ended,
            @Nullable Instant settled) {}

    /// What the run has used on the machine where it runs.
    public record Use(
            Duration elapsed,
            Duration cpu,
            long memoryBytesMax,
            @Nullable Integer exitCode) {}

    /// Nothing ran and nobody owes anything: the demo only let time pass.
    public boolean isSimulated() {
        return engine.equals(SIMULATED);
    }

    /// GPU time and list price so far.
    public Metering metered() {
        return Metering.of(ask.gpus(), use.elapsed(), ask.timeLimit(), ask.pricePerGpuHour());
    }
}
