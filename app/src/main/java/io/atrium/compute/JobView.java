// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.Shape;
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
        String runNode,
        Course course) {

    /// Name of the engine of the demo.
    public static final String SIMULATED = "simulated";

    /// What was asked for, with the pool that was chosen and its price at submission.
    ///
    /// @param gpus whole ones, or 1 for the one share
    /// @param shape the share that it takes in its pool, the least that it needs with a GPU, and of the network
    /// @param dataAt the provider at which its data lie; null if it does not matter
    public record Ask(
            String name,
            String workload,
            List<String> command,
            String pool,
            String gpuModel,
            int gpus,
            Duration timeLimit,
            Fen pricePerGpuHour,
            String project,
            @Nullable Instant neededBy,
            Shape shape,
            @Nullable OrgId dataAt) {

        /// All of GPUs that it takes.
        public GpuAmount amount() {
            return shape.share().amount().times(gpus);
        }
    }

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

    /// How a job comes to its end: at a stretch, or in several runs (可中断作业).
    ///
    /// @param run number of the run that is, or comes next
    /// @param elapsedBefore and `cpuBefore`: what earlier runs used, contained in [Use]
    /// @param logBytesBefore how much they printed
    /// @param borrows this run was placed beyond the firm's quota
    /// @param askedBackAt when this run was told to give its GPUs back; null if it was not
    public record Course(
            boolean interruptible,
            int run,
            Duration elapsedBefore,
            Duration cpuBefore,
            long logBytesBefore,
            boolean borrows,
            @Nullable Instant askedBackAt) {

        /// Of a job that runs to its end.
        public static final Course AT_A_STRETCH = new Course(false, 1, Duration.ZERO, Duration.ZERO, 0, false, null);
    }

    /// What its runs have used on the machines where they ran.
    public record Use(
            Duration elapsed,
            Duration cpu,
            long memoryBytesMax,
            @Nullable Integer exitCode) {}

    /// Nothing ran and nobody owes anything: the demo only let time pass.
    public boolean isSimulated() {
        return engine.equals(SIMULATED);
    }

    /// The run that is, or comes next.
    public JobRun run() {
        return new JobRun(id, course.run());
    }

    /// True while it waits to go on after an interruption.
    public boolean isInterrupted() {
        return state == JobState.QUEUED && course.run() > 1;
    }

    /// When it had GPUs again after an interruption, or was stopped instead; null while it waits.
    public @Nullable Instant goneOnAt() {
        return times.placed() == null ? times.ended() : times.placed();
    }

    /// How much of the time limit is left to the run that is, or comes next: the limit is one for all runs together.
    public Duration timeLeft() {
        return ask.timeLimit().minus(course.elapsedBefore());
    }

    /// What this run alone has used.
    public Duration elapsedInRun() {
        return use.elapsed().minus(course.elapsedBefore());
    }

    /// Whether it runs at the provider where its data lie (数据就近); null if it does not matter.
    public @Nullable Boolean isNearData() {
        return ask.dataAt() == null ? null : ask.dataAt().equals(provider);
    }

    /// GPU time and list price so far.
    public Metering metered() {
        return Metering.of(ask.amount(), use.elapsed(), ask.timeLimit(), ask.pricePerGpuHour());
    }
}
