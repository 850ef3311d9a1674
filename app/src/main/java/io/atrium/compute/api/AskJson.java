// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.JobRequest;
import io.atrium.compute.JobRequest.Needs;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request for a job on the wire. `gpu_share` is a part of one GPU, `1/4`; `gpus` counts whole ones, and may be left
/// out beside a share. Times are ISO 8601: `PT10M`, `2026-12-01T18:00+08:00`.
record AskJson(
        String name,
        @Nullable String workload,
        @Nullable List<String> command,
        @Nullable Integer gpus,
        Duration timeLimit,
        @Nullable String pool,
        @Nullable String gpuModel,
        @Nullable String project,
        @Nullable Boolean interruptible,
        @Nullable OffsetDateTime neededBy,
        @Nullable String gpuShare,
        @Nullable Integer cpusPerGpu,
        @Nullable Integer memoryGibPerGpu,
        @Nullable Integer linkGbps,
        @Nullable String dataAt) {

    /// Refused: throws, for a share that is none.
    JobRequest request() {
        var needs = new Needs(
                share(),
                cpusPerGpu == null ? 0 : cpusPerGpu,
                memoryGibPerGpu == null ? 0 : memoryGibPerGpu,
                linkGbps == null ? 0 : linkGbps,
                dataAt == null || dataAt.isBlank() ? null : dataAt.strip());
        return new JobRequest(
                name == null ? "" : name,
                workload == null ? "command" : workload,
                command == null ? List.of() : command,
                gpus(needs.share()),
                timeLimit == null ? Duration.ZERO : timeLimit,
                pool,
                gpuModel,
                project == null ? "" : project,
                interruptible != null && interruptible,
                neededBy == null ? null : neededBy.toInstant(),
                needs);
    }

    private GpuShare share() {
        if (gpuShare == null) {
            return GpuShare.WHOLE;
        }
        return GpuShare.read(gpuShare.strip())
                .orElseThrow(() -> new RefusedException(new Refusal(
                        ComputeRefusal.GPU_SHARE_UNKNOWN, Map.of("field", "gpu_share", "given", gpuShare))));
    }

    private int gpus(GpuShare share) {
        if (gpus != null) {
            return gpus;
        }
        return share.isWhole() ? 0 : 1;
    }
}
