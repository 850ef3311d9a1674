// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.JobRequest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request for a job on the wire. Times are ISO 8601: `PT10M`, `2026-12-01T18:00+08:00`.
record AskJson(
        String name,
        @Nullable String workload,
        @Nullable List<String> command,
        int gpus,
        Duration timeLimit,
        @Nullable String pool,
        @Nullable String gpuModel,
        @Nullable String project,
        @Nullable Boolean interruptible,
        @Nullable OffsetDateTime neededBy) {

    JobRequest request() {
        return new JobRequest(
                name == null ? "" : name,
                workload == null ? "command" : workload,
                command == null ? List.of() : command,
                gpus,
                timeLimit == null ? Duration.ZERO : timeLimit,
                pool,
                gpuModel,
                project == null ? "" : project,
                interruptible != null && interruptible,
                neededBy == null ? null : neededBy.toInstant());
    }
}
