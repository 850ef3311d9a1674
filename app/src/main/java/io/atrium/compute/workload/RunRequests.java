// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.workload;

import io.atrium.compute.ComputeSettings;
import io.atrium.compute.JobView;
import io.atrium.compute.domain.Workload;
import io.atrium.compute.execution.CorpusCleaningRun;
import io.atrium.compute.execution.RunId;
import io.atrium.compute.execution.RunLimits;
import io.atrium.compute.execution.RunRequest;
import io.atrium.compute.store.QueueStore;
import io.atrium.engine.scheduler.model.Slice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Makes the request for a job's run. The run's id is the job's id; its limit on the clock is the job's.
@Component
public class RunRequests {

    private static final long MIB = 1 << 20;
    private static final int PROCESSES = 128;
    private static final long LOG_BYTES = 4 * MIB;

    private final ComputeSettings settings;
    private final QueueStore queue;
    private final CorpusCleaningRun corpusCleaning;

    RunRequests(ComputeSettings settings, QueueStore queue, CorpusCleaningRun corpusCleaning) {
        this.settings = settings;
        this.queue = queue;
        this.corpusCleaning = corpusCleaning;
    }

    public RunRequest of(JobView job) {
        var id = new RunId(job.id().value());
        var limits = limits(job.ask().timeLimit());
        return of(job, id, limits).seated(seats(job));
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
