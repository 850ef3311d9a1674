// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.Link;
import io.atrium.engine.scheduler.model.PerGpu;
import io.atrium.engine.scheduler.model.Shape;
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
/// @param needs how much of a GPU, what with it, on which network, and near which data
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
        @Nullable Instant neededBy,
        Needs needs) {

    /// What a job needs beside GPUs of a model.
    ///
    /// @param share a share of a GPU (分卡) instead of whole ones; it may be given a larger one
    /// @param cpusPerGpu at least so many CPUs with each whole GPU (配比); a share gets its part; 0: any
    /// @param memoryGibPerGpu the same for memory
    /// @param linkGbps at least so many Gbit/s between the nodes (互联带宽); 0: any
    /// @param dataAt the provider at which its data lie (数据所在), or a pool of that provider; absent: anywhere
    public record Needs(
            GpuShare share,
            int cpusPerGpu,
            int memoryGibPerGpu,
            int linkGbps,
            @Nullable String dataAt) {

        public static final Needs WHOLE_GPUS = new Needs(GpuShare.WHOLE, 0, 0, 0, null);

        public static Needs shareOf(GpuShare share) {
            return new Needs(share, 0, 0, 0, null);
        }

        /// Only after [io.atrium.compute.domain.RequestCheck].
        public Shape shape() {
            return new Shape(share, new PerGpu(cpusPerGpu, memoryGibPerGpu), new Link(linkGbps));
        }
    }

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

    /// Of whole GPUs, and nothing else.
    public JobRequest(
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
        this(
                name,
                workload,
                command,
                gpus,
                timeLimit,
                pool,
                gpuModel,
                project,
                interruptible,
                neededBy,
                Needs.WHOLE_GPUS);
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
        return new JobRequest(name, workload, command, gpus, timeLimit, pool, gpuModel, project, true, neededBy, needs);
    }

    public JobRequest neededBy(Instant date) {
        return new JobRequest(
                name, workload, command, gpus, timeLimit, pool, gpuModel, project, interruptible, date, needs);
    }

    public JobRequest needing(Needs wanted) {
        return new JobRequest(
                name, workload, command, gpus, timeLimit, pool, gpuModel, project, interruptible, neededBy, wanted);
    }

    /// The workload that ships with Atrium, on a GPU model or any.
    public static JobRequest cleanCorpus(String name, int gpus, Duration timeLimit, @Nullable String gpuModel) {
        return new JobRequest(name, "clean-corpus", List.of(), gpus, timeLimit, null, gpuModel);
    }
}
