// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.store;

import io.atrium.compute.JobId;
import io.atrium.compute.JobOutcome;
import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.Link;
import io.atrium.engine.scheduler.model.PerGpu;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.jooq.tables.records.JobRecord;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// From a row to a job.
final class JobRows {

    private JobRows() {}

    static JobView view(JobRecord row, String gpuModel) {
        return new JobView(
                new JobId(row.getId()),
                new OrgId(row.getFirmId()),
                new OrgId(row.getProviderId()),
                ask(row, gpuModel),
                JobState.valueOf(row.getState()),
                row.getOutcome() == null ? null : JobOutcome.valueOf(row.getOutcome()),
                new JobView.Held(
                        row.getHeldVoucherId(), new Fen(row.getHeldVoucherFen()), new Fen(row.getHeldOwnFen())),
                times(row),
                use(row),
                row.getSubmittedBy(),
                row.getDetail(),
                row.getStopReason(),
                row.getEngine() == null ? "" : row.getEngine(),
                row.getRunNode() == null ? "" : row.getRunNode(),
                course(row));
    }

    private static JobView.Ask ask(JobRecord row, String gpuModel) {
        return new JobView.Ask(
                row.getName(),
                row.getWorkload(),
                List.of(row.getCommand()),
                row.getPoolId(),
                gpuModel,
                row.getGpus(),
                Duration.ofMillis(row.getTimeLimitMs()),
                new Fen(row.getFenPerGpuHour()),
                row.getProject(),
                instant(row.getNeededBy()),
                shape(row),
                row.getDataAt() == null ? null : new OrgId(row.getDataAt()));
    }

    static Shape shape(JobRecord row) {
        return new Shape(
                new GpuShare(row.getSharesPerGpu()),
                new PerGpu(row.getCpusPerGpu(), row.getMemoryGibPerGpu()),
                new Link(row.getLinkGbps()));
    }

    private static JobView.Course course(JobRecord row) {
        return new JobView.Course(
                row.getInterruptible(),
                row.getRun(),
                Duration.ofMillis(row.getEarlierElapsedMs()),
                Duration.ofMillis(row.getEarlierCpuMs()),
                row.getEarlierLogBytes(),
                row.getBorrows(),
                instant(row.getAskedBackAt()));
    }

    private static JobView.Times times(JobRecord row) {
        return new JobView.Times(
                row.getSubmittedAt().toInstant(),
                instant(row.getPlacedAt()),
                instant(row.getStartedAt()),
                instant(row.getEndedAt()),
                instant(row.getSettledAt()));
    }

    private static JobView.Use use(JobRecord row) {
        return new JobView.Use(
                Duration.ofMillis(row.getElapsedMs()),
                Duration.ofMillis(row.getCpuMs()),
                row.getMemoryBytesMax(),
                row.getExitCode());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
