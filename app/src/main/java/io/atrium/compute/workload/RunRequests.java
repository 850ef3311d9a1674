// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.workload;

import io.atrium.compute.ComputeSettings;
import io.atrium.compute.JobView;
import io.atrium.compute.LendingSettings;
import io.atrium.compute.domain.Workload;
import io.atrium.compute.execution.CorpusCleaningRun;
import io.atrium.compute.execution.RunId;
import io.atrium.compute.execution.RunLimits;
import io.atrium.compute.execution.RunRequest;
import io.atrium.compute.execution.RunRequest.Checkpoints;
import io.atrium.compute.store.QueueStore;
import io.atrium.engine.scheduler.model.Slice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Makes the request for a job's run. Its limit on the clock is what the job's other runs have left.
@Component
public class RunRequests {

    private static final long MIB = 1 << 20;
    private static final int PROCESSES = 128;
    private static final long LOG_BYTES = 4 * MIB;

    private final ComputeSettings settings;
    private final LendingSettings lending;
    private final QueueStore queue;
    private final CorpusCleaningRun corpusCleaning;

    RunRequests(ComputeSettings settings, LendingSettings lending, QueueStore queue, CorpusCleaningRun corpusCleaning) {
        this.settings = settings;
        this.lending = lending;
        this.queue = queue;
        this.corpusCleaning = corpusCleaning;
    }

    public RunRequest of(JobView job) {
        var request = of(job, job.run().id(), limits(job.timeLeft())).seated(seats(job), perGpu(job));
        return job.course().interruptible() ? request.keeping(checkpoints(job)) : request;
    }

    private Checkpoints checkpoints(JobView job) {
        return new Checkpoints(job.id().value(), lending.checkpointMib() * MIB, lending.grace());
    }

    private static RunRequest.PerGpu perGpu(JobView job) {
        var least = job.ask().shape().perGpu();
        return new RunRequest.PerGpu(least.cpus(), least.memoryGib());
    }

    private List<Integer> seats(JobView job) {
        return queue.slices(job.id().value()).stream().map(Slice::gpus).toList();
    }

    private RunRequest of(JobView job, RunId id, RunLimits limits) {
        return switch (Workload.find(job.ask().workload()).orElseThrow()) {
            case COMMAND -> new RunRequest(id, job.ask().command(), Map.of(), limits, List.of());
            case CLEAN_CORPUS -> corpusCleaning.request(id, settings.corpusDocuments(), limits);
        };
    }

    private RunLimits limits(Duration wall) {
        var memory = settings.runMemoryMib() * MIB;
        return new RunLimits(settings.runCpu(), memory, wall, PROCESSES, memory / 2, LOG_BYTES);
    }
}
