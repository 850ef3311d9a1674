// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a firm asks for: what to run, on how many GPUs, for how long at most, and where.
///
/// @param workload code of a workload; `command` runs the given command
/// @param pool a pool by its id; absent: the cheapest pool of the model that can start it first
/// @param gpuModel a GPU model; absent: any
/// @param project the firm's own word for what the job belongs to (项目); may be empty
/// @param interruptible the program keeps checkpoints, so it may be taken off and go on later (可中断)
/// @param neededBy when the firm wants it done (完成期限); it is not stopped then
public record JobRequest(
        String name,
        String workload,
        List<String> command,
        int gpus,
        Duration timeLimit,
        @Nullable String pool,
        @Nullable String gpuModel,
        String project,
        boolean interruptible,
        @Nullable Instant neededBy) {

    public static final int NAME_LENGTH_MAX = 80;
    public static final int PROJECT_LENGTH_MAX = 60;
    public static final int COMMAND_WORDS_MAX = 100;
    public static final int COMMAND_LENGTH_MAX = 8_000;
    public static final int GPUS_MAX = 50_000;
    public static final Duration TIME_LIMIT_MIN = Duration.ofMinutes(1);
    public static final Duration TIME_LIMIT_MAX = Duration.ofDays(14);
    public static final Duration NEEDED_WITHIN_MAX = Duration.ofDays(366);

    public JobRequest {
        command = List.copyOf(command);
    }

    /// Runs to its end.
    public JobRequest(
            String name,
            String workload,
            List<String> command,
            int gpus,
            Duration timeLimit,
            @Nullable String pool,
            @Nullable String gpuModel,
            String project) {
        this(name, workload, command, gpus, timeLimit, pool, gpuModel, project, false, null);
    }

    /// Without a project.
    public JobRequest(
            String name,
            String workload,
            List<String> command,
            int gpus,
            Duration timeLimit,
            @Nullable String pool,
            @Nullable String gpuModel) {
        this(name, workload, command, gpus, timeLimit, pool, gpuModel, "");
    }

    public JobRequest whichYields() {
        return new JobRequest(name, workload, command, gpus, timeLimit, pool, gpuModel, project, true, neededBy);
    }

    public JobRequest neededBy(Instant date) {
        return new JobRequest(name, workload, command, gpus, timeLimit, pool, gpuModel, project, interruptible, date);
    }

    /// The workload that ships with Atrium, on a GPU model or any.
    public static JobRequest cleanCorpus(String name, int gpus, Duration timeLimit, @Nullable String gpuModel) {
        return new JobRequest(name, "clean-corpus", List.of(), gpus, timeLimit, null, gpuModel);
    }
}
