// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import static io.atrium.jooq.Tables.JOB;

import io.atrium.compute.BillId;
import io.atrium.compute.BillView;
import io.atrium.compute.JobEvent;
import io.atrium.compute.JobOutcome;
import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.compute.account.JobBooks;
import io.atrium.compute.events.JobInterrupted;
import io.atrium.compute.events.JobSettled;
import io.atrium.compute.execution.RunExit;
import io.atrium.compute.execution.RunState;
import io.atrium.compute.execution.Usage;
import io.atrium.compute.store.BillStore;
import io.atrium.compute.store.JobStore;
import io.atrium.compute.store.QueueStore;
import io.atrium.compute.store.ShareStore;
import io.atrium.kernel.Ids;
import io.atrium.kernel.clock.BusinessClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The moves that happen to a job by itself, each in one transaction. A move that was made already is not made again.
@Component
public class JobMoves {

    private final JobStore jobs;
    private final QueueStore queue;
    private final BillStore bills;
    private final JobBooks books;
    private final ShareStore shares;
    private final RunLogs logs;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final InstantSource clock;
    private final BusinessClock businessClock;

    JobMoves(
            JobStore jobs,
            QueueStore queue,
            BillStore bills,
            JobBooks books,
            ShareStore shares,
            RunLogs logs,
            ApplicationEventPublisher events,
            Ids ids,
            InstantSource clock,
            BusinessClock businessClock) {
        this.jobs = jobs;
        this.queue = queue;
        this.bills = bills;
        this.books = books;
        this.shares = shares;
        this.logs = logs;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.businessClock = businessClock;
    }

    /// Fixes the engine before it is asked for the first time: a pool that is given another one meanwhile does not
    /// make a job run twice.
    @Transactional
    public void assigned(JobView job, String engine) {
        jobs.changeIn(job, JobState.PLACED, Map.of(JOB.ENGINE, engine));
    }

    /// Makes a placed job the business of one node's machine, before that is asked; false if another was faster. It is
    /// nobody else's from then on, whatever becomes of the node.
    @Transactional
    public boolean claimed(JobView job, String engine, String node) {
        return jobs.claim(job.id(), engine, node);
    }

    /// A run of which nobody knew whose machine has it was found by a node.
    @Transactional
    public void takenBy(JobView job, String node) {
        jobs.changeIn(job, JobState.RUNNING, Map.of(JOB.RUN_NODE, node));
    }

    /// A node is gone and had not begun the run: any other may.
    @Transactional
    public void unclaimed(JobView job) {
        jobs.changeIn(
                job,
                JobState.PLACED,
                Map.of(JOB.ENGINE, DSL.castNull(JOB.ENGINE), JOB.RUN_NODE, DSL.castNull(JOB.RUN_NODE)));
    }

    /// What the engine says of a job that it has not begun, or cannot see now; told once for each change.
    @Transactional
    public void remarked(JobView job, String detail) {
        if (!job.detail().equals(detail)) {
            jobs.changeIn(job, job.state(), Map.of(JOB.DETAIL, detail));
        }
    }

    @Transactional
    public void started(JobView job) {
        var now = clock.instant();
        if (jobs.move(
                job, JobState.PLACED, JobState.RUNNING, Map.of(JOB.STARTED_AT, JobStore.at(now), JOB.DETAIL, ""))) {
            jobs.addEvent(job.id(), new JobEvent(now, JobState.RUNNING.name(), "", null));
        }
    }

    /// The machine would not run it, or it was stopped before it began: it ends with what its earlier runs used, if it
    /// had any.
    @Transactional
    public void notStarted(JobView job, String code, String detail) {
        var now = clock.instant();
        var unused = job.course().run() == 1 ? JobOutcome.NOT_STARTED : JobOutcome.LOST;
        var outcome = code.equals("STOPPED") ? JobOutcome.STOPPED : unused;
        var moved = jobs.move(
                job,
                JobState.PLACED,
                JobState.ENDED,
                Map.of(JOB.OUTCOME, outcome.name(), JOB.ENDED_AT, JobStore.at(now), JOB.DETAIL, code + " " + detail));
        if (moved) {
            jobs.addEvent(job.id(), new JobEvent(now, JobState.ENDED.name(), outcome.name(), null));
        }
    }

    /// Keeps what is used so far: it is what counts if the run is lost.
    @Transactional
    public void used(JobView job, RunState.Running run) {
        var usage = run.usage();
        var changes = new HashMap<Field<?>, Object>();
        changes.put(JOB.DETAIL, "");
        changes.put(
                JOB.ELAPSED_MS,
                Math.max(elapsedMs(job, usage), job.use().elapsed().toMillis()));
        changes.put(JOB.CPU_MS, cpuMs(job, usage));
        changes.put(JOB.MEMORY_BYTES_MAX, memoryBytesMax(job, usage));
        run.checkpointedAt().ifPresent(at -> changes.put(JOB.SAVED_AT, JobStore.at(at)));
        jobs.changeIn(job, JobState.RUNNING, changes);
    }

    private static long elapsedMs(JobView job, Usage ofRun) {
        return job.course().elapsedBefore().toMillis() + ofRun.elapsedMs();
    }

    private static long cpuMs(JobView job, Usage ofRun) {
        return job.course().cpuBefore().toMillis() + ofRun.cpuMs();
    }

    private static long memoryBytesMax(JobView job, Usage ofRun) {
        return Math.max(ofRun.memoryBytesMax(), job.use().memoryBytesMax());
    }

    /// The run of a job that was asked for its GPUs has ended: it waits again, with what it has used so far. If it
    /// ended
    /// for another reason, if a person has stopped it meanwhile, or if its time limit is used up, it ends.
    @Transactional
    public void interrupted(JobView seen, RunState.Ended run) {
        var job = jobs.lock(seen.id()).orElseThrow();
        if (job.state() != JobState.RUNNING || !job.run().equals(seen.run())) {
            return;
        }
        var used = elapsedMs(job, run.usage());
        boolean goesOn = run.exit() == RunExit.STOPPED
                && job.course().askedBackAt() != null
                && job.stopReason() == null
                && used < job.ask().timeLimit().toMillis();
        if (!goesOn) {
            ended(job, run);
            return;
        }
        jobs.addRun(job, run);
        shares.add(job, Duration.ofMillis(run.usage().elapsedMs()), run.endedAt());
        queue.deleteSlices(job.id().value());
        jobs.move(job.id(), JobState.RUNNING, JobState.QUEUED, nextRun(job, run));
        var gpus = job.ask().amount().toString();
        jobs.addEvent(job.id(), new JobEvent(run.endedAt(), JobEvent.INTERRUPTED, gpus, null));
        events.publishEvent(new JobInterrupted(job.id().value(), job.course().run(), run.endedAt()));
    }

    /// A run that has not begun gives its GPUs back: the job waits again, for another run, and has used nothing. A
    /// person
    /// who has stopped it meanwhile wins.
    @Transactional
    public void withdrawn(JobView seen) {
        var job = jobs.lock(seen.id()).orElseThrow();
        if (job.state() != JobState.PLACED || !job.run().equals(seen.run()) || job.stopReason() != null) {
            return;
        }
        queue.deleteSlices(job.id().value());
        var changes = new HashMap<Field<?>, @Nullable Object>();
        changes.put(JOB.RUN, job.course().run() + 1);
        changes.put(JOB.BORROWS, false);
        changes.put(JOB.DETAIL, "");
        changes.put(JOB.PLACED_AT, null);
        changes.put(JOB.ASKED_BACK_AT, null);
        jobs.move(job.id(), JobState.PLACED, JobState.QUEUED, changes);
        var gpus = job.ask().amount().toString();
        jobs.addEvent(job.id(), new JobEvent(clock.instant(), JobEvent.WITHDRAWN, gpus, null));
    }

    /// The engine stays, and its machine: the checkpoints lie there.
    private Map<Field<?>, ?> nextRun(JobView job, RunState.Ended run) {
        var used = elapsedMs(job, run.usage());
        var cpu = cpuMs(job, run.usage());
        var changes = new HashMap<Field<?>, @Nullable Object>();
        changes.put(JOB.RUN, job.course().run() + 1);
        changes.put(JOB.ELAPSED_MS, used);
        changes.put(JOB.EARLIER_ELAPSED_MS, used);
        changes.put(JOB.CPU_MS, cpu);
        changes.put(JOB.EARLIER_CPU_MS, cpu);
        changes.put(JOB.MEMORY_BYTES_MAX, memoryBytesMax(job, run.usage()));
        changes.put(JOB.EARLIER_LOG_BYTES, logs.bytes(job));
        changes.put(JOB.BORROWS, false);
        changes.put(JOB.DETAIL, "");
        changes.put(JOB.PLACED_AT, null);
        changes.put(JOB.STARTED_AT, null);
        changes.put(JOB.ASKED_BACK_AT, null);
        changes.put(JOB.SAVED_AT, null);
        return changes;
    }

    @Transactional
    public void ended(JobView job, RunState.Ended run) {
        var outcome = JobOutcome.of(run.exit());
        var moved = jobs.move(
                job,
                JobState.RUNNING,
                JobState.ENDED,
                Map.of(
                        JOB.OUTCOME, outcome.name(),
                        JOB.ENDED_AT, JobStore.at(run.endedAt()),
                        JOB.ELAPSED_MS, elapsedMs(job, run.usage()),
                        JOB.CPU_MS, cpuMs(job, run.usage()),
                        JOB.MEMORY_BYTES_MAX, memoryBytesMax(job, run.usage()),
                        JOB.EXIT_CODE, run.exitCode(),
                        JOB.DETAIL, detail(job, run)));
        if (moved) {
            jobs.addEvent(job.id(), new JobEvent(run.endedAt(), JobState.ENDED.name(), outcome.name(), null));
        }
    }

    /// A person's word counts, even if the run was told to stop before for another reason.
    private static String detail(JobView job, RunState.Ended run) {
        var word = job.stopReason();
        return run.exit() == RunExit.STOPPED && word != null ? word : run.detail();
    }

    /// The engine does not know the run any more: what was seen of it last is what counts.
    @Transactional
    public void lost(JobView job) {
        lost(job, job.detail());
    }

    /// @param detail why, for the firm
    @Transactional
    public void lost(JobView job, String detail) {
        var now = clock.instant();
        var moved = jobs.move(
                job,
                JobState.RUNNING,
                JobState.ENDED,
                Map.of(JOB.OUTCOME, JobOutcome.LOST.name(), JOB.ENDED_AT, JobStore.at(now), JOB.DETAIL, detail));
        if (moved) {
            jobs.addEvent(job.id(), new JobEvent(now, JobState.ENDED.name(), JobOutcome.LOST.name(), null));
        }
    }

    /// Captures what was metered, releases the rest, and writes the bill: all of it or nothing.
    @Transactional
    public void settle(JobView seen) {
        var job = jobs.lock(seen.id()).orElseThrow();
        if (job.state() != JobState.ENDED) {
            return;
        }
        var now = clock.instant();
        var metered = job.metered();
        var paid = books.settle(job, metered);
        var bill = new BillView(
                new BillId(ids.next(BillId.PREFIX)),
                BillView.Subject.of(job.id()),
                job.ask().name(),
                job.firm(),
                job.provider(),
                job.ask().pool(),
                businessClock.instant(),
                metered.gpuTime(),
                job.ask().pricePerGpuHour(),
                metered.listPrice(),
                paid.voucher(),
                paid.voucherPart(),
                paid.ownPart(),
                0,
                metered.listPrice(),
                job.isSimulated(),
                job.ask().shape().share());
        bills.insert(bill);
        shares.add(job);
        logs.keep(job);
        jobs.move(job.id(), JobState.ENDED, JobState.SETTLED, Map.of(JOB.SETTLED_AT, JobStore.at(now)));
        jobs.addEvent(
                job.id(), new JobEvent(now, JobState.SETTLED.name(), bill.id().value(), null));
        events.publishEvent(new JobSettled(
                job.id().value(),
                bill.id().value(),
                job.firm().value(),
                job.provider().value(),
                now));
    }
}
