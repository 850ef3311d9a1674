// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static io.atrium.jooq.Tables.JOB;

import io.atrium.compute.account.JobAccounts;
import io.atrium.compute.account.JobAccounts.Parties;
import io.atrium.compute.account.JobAccounts.Split;
import io.atrium.compute.account.JobBooks;
import io.atrium.compute.budget.Budgets;
import io.atrium.compute.events.JobSubmitted;
import io.atrium.compute.store.InterruptionStore;
import io.atrium.compute.store.JobStore;
import io.atrium.compute.store.QueueStore;
import io.atrium.compute.store.StartStore;
import io.atrium.engine.scheduler.model.Slice;
import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.Requests;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of jobs (作业): estimate, submit, look, stop. What happens to a job by itself stands in
/// `io.atrium.compute.loop`.
@Component
public class Jobs {

    private final Offers offers;
    private final Budgets budgets;
    private final JobStore store;
    private final QueueStore queue;
    private final StartStore starts;
    private final InterruptionStore interruptions;
    private final JobAccounts accounts;
    private final JobBooks books;
    private final JobLogs logs;
    private final Requests requests;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final InstantSource clock;
    private final ComputeSettings settings;

    Jobs(
            Offers offers,
            Budgets budgets,
            JobStore store,
            QueueStore queue,
            StartStore starts,
            InterruptionStore interruptions,
            JobAccounts accounts,
            JobBooks books,
            JobLogs logs,
            Requests requests,
            Audit audit,
            ApplicationEventPublisher events,
            Ids ids,
            InstantSource clock,
            ComputeSettings settings) {
        this.offers = offers;
        this.budgets = budgets;
        this.store = store;
        this.queue = queue;
        this.starts = starts;
        this.interruptions = interruptions;
        this.accounts = accounts;
        this.books = books;
        this.logs = logs;
        this.requests = requests;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /// Cost and start before the click. Refused: throws.
    @Transactional
    public JobEstimate estimate(Actor actor, JobRequest request) {
        actor.require(Permission.SUBMIT_JOB);
        var estimate = offers.offer(actor.organisation(), request);
        budgets.requireRoom(actor.organisation(), request.project(), estimate.listPrice());
        accounts.requireCredit(actor.organisation(), estimate.ownPart());
        return estimate;
    }

    /// Holds the cost at the time limit and queues the job: both or neither. Refused: throws, and nothing is changed.
    @Transactional
    public Submitted submit(Actor actor, SubmitJob command) {
        actor.require(Permission.SUBMIT_JOB);
        return requests.once(actor, command.key(), command, Submitted.class, () -> submitNew(actor, command.request()));
    }

    private Submitted submitNew(Actor actor, JobRequest request) {
        budgets.oneAtATime(actor.organisation());
        var estimate = offers.offer(actor.organisation(), request);
        requireRoomInQueue(actor);
        budgets.requireRoom(actor.organisation(), request.project(), estimate.listPrice());
        var parties = new Parties(new JobId(ids.next(JobId.PREFIX)), actor.organisation(), estimate.provider());
        var atLimit = new Metering(estimate.gpuTimeMax(), estimate.listPrice());
        var split = accounts.hold(parties, atLimit);
        insert(actor, parties, request, estimate, split);
        audit.record(
                actor,
                "compute.job-submitted",
                parties.job().value(),
                Map.of(
                        "pool",
                        estimate.pool(),
                        "gpus",
                        estimate.shape().share().amount().times(request.gpus()).rounded(),
                        "list_fen",
                        atLimit.listPrice().value()));
        events.publishEvent(
                new JobSubmitted(parties.job().value(), parties.firm().value(), clock.instant()));
        return new Submitted(
                parties.job(),
                estimate.pool(),
                estimate.pricePerGpuHour(),
                atLimit.listPrice(),
                split.voucher(),
                split.voucherPart(),
                split.ownPart());
    }

    private void requireRoomInQueue(Actor actor) {
        if (store.countUnfinished(actor.organisation()) >= settings.waitingPerFirmMax()) {
            throw new RefusedException(Refusal.of(ComputeRefusal.QUEUE_FULL, "max", settings.waitingPerFirmMax()));
        }
    }

    private void insert(Actor actor, Parties parties, JobRequest request, JobEstimate estimate, Split split) {
        var now = clock.instant();
        store.insert(row -> {
            row.setId(parties.job().value());
            row.setFirmId(parties.firm().value());
            row.setProviderId(parties.provider().value());
            row.setPoolId(estimate.pool());
            row.setName(request.name().strip());
            row.setProject(request.project().strip());
            row.setWorkload(request.workload());
            row.setCommand(request.command().toArray(String[]::new));
            row.setGpus(request.gpus());
            row.setSharesPerGpu((short) estimate.shape().share().perGpu());
            row.setCpusPerGpu(request.needs().cpusPerGpu());
            row.setMemoryGibPerGpu(request.needs().memoryGibPerGpu());
            row.setLinkGbps(request.needs().linkGbps());
            row.setDataAt(estimate.dataAt() == null ? null : estimate.dataAt().value());
            row.setTimeLimitMs(request.timeLimit().toMillis());
            row.setInterruptible(request.interruptible());
            row.setNeededBy(request.neededBy() == null ? null : JobStore.at(request.neededBy()));
            row.setPriority(0);
            row.setState(JobState.QUEUED.name());
            row.setFenPerGpuHour(estimate.pricePerGpuHour().value());
            row.setHeldVoucherId(split.voucher());
            row.setHeldVoucherFen(split.voucherPart().value());
            row.setHeldOwnFen(split.ownPart().value());
            row.setSubmittedBy(actor.name());
            row.setSubmittedAt(JobStore.at(now));
        });
        store.addEvent(parties.job(), new JobEvent(now, JobState.QUEUED.name(), "", actor.name()));
    }

    /// Stops a job. A queued one is cancelled and its hold released; a running one is asked to end.
    @Transactional
    public Stopped stop(Actor actor, StopJob command) {
        actor.require(Permission.STOP_JOB);
        return requests.once(actor, command.key(), command, Stopped.class, () -> stopNow(actor, command));
    }

    private Stopped stopNow(Actor actor, StopJob command) {
        var job = store.find(actor.scope(Permission.STOP_JOB), command.job())
                .flatMap(visible -> store.lock(visible.id()))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        if (!job.state().isStoppable()) {
            throw new RefusedException(Refusal.of(
                    ComputeRefusal.JOB_NOT_STOPPABLE, "state", job.state().name()));
        }
        var now = clock.instant();
        var reason = shortened(command.reason());
        if (job.isInterrupted()) {
            store.addEvent(job.id(), new JobEvent(now, "STOP_ASKED", reason, actor.name()));
            endBetweenRuns(job, reason, now);
        } else if (job.state() == JobState.QUEUED) {
            store.move(
                    job.id(),
                    JobState.QUEUED,
                    JobState.CANCELLED,
                    Map.of(JOB.ENDED_AT, JobStore.at(now), JOB.STOP_REASON, reason));
            store.deleteWait(job.id());
            starts.stop(job.id());
            books.settle(job, Metering.NOTHING);
            store.addEvent(job.id(), new JobEvent(now, JobState.CANCELLED.name(), reason, actor.name()));
        } else {
            store.change(job.id(), Map.of(JOB.STOP_REASON, reason));
            store.addEvent(job.id(), new JobEvent(now, "STOP_ASKED", reason, actor.name()));
        }
        audit.record(actor, "compute.job-stopped", job.id().value(), Map.of("found", job.state()));
        return new Stopped(job.id(), job.state());
    }

    /// What its runs have used is billed as of any job that has ended.
    private void endBetweenRuns(JobView job, String reason, Instant now) {
        store.move(
                job.id(),
                JobState.QUEUED,
                JobState.ENDED,
                Map.of(
                        JOB.OUTCOME,
                        JobOutcome.STOPPED.name(),
                        JOB.ENDED_AT,
                        JobStore.at(now),
                        JOB.STOP_REASON,
                        reason,
                        JOB.DETAIL,
                        reason));
        store.deleteWait(job.id());
        starts.stop(job.id());
        store.addEvent(job.id(), new JobEvent(now, JobState.ENDED.name(), JobOutcome.STOPPED.name(), null));
    }

    @Transactional(readOnly = true)
    public Optional<JobView> find(Scope scope, JobId job) {
        return store.find(scope, job);
    }

    @Transactional(readOnly = true)
    public List<JobView> list(Scope scope, JobFilter filter, long offset, int limit) {
        return store.list(scope, filter, offset, limit);
    }

    /// Newest first, from the job after a given one.
    @Transactional(readOnly = true)
    public List<JobView> page(Scope scope, JobFilter filter, @Nullable String after, int rows) {
        return store.page(scope, filter, after, rows);
    }

    /// What the latest round said of those of these jobs that wait; the caller was allowed to list them.
    @Transactional(readOnly = true)
    public Map<JobId, WaitAnswer> waits(List<JobView> listed) {
        return store.waits(listed.stream()
                .filter(job -> job.state() == JobState.QUEUED)
                .map(JobView::id)
                .toList());
    }

    /// Whether those of these jobs that have a date will be done by it, or were; the caller was allowed to list them.
    @Transactional(readOnly = true)
    public Map<JobId, InTime> inTime(List<JobView> listed) {
        var dated = listed.stream().filter(job -> job.ask().neededBy() != null).toList();
        var waits = waits(dated);
        var now = clock.instant();
        var verdicts = new HashMap<JobId, InTime>();
        for (var job : dated) {
            var verdict = InTime.of(job, waits.get(job.id()), now);
            if (verdict != null) {
                verdicts.put(job.id(), verdict);
            }
        }
        return verdicts;
    }

    /// What jobs are called, by id, for lists that name them; what is no job is left out.
    @Transactional(readOnly = true)
    public Map<String, String> names(Collection<String> ids) {
        return store.names(ids);
    }

    /// The nodes on which a job sits or sat.
    @Transactional(readOnly = true)
    public List<Slice> nodes(Scope scope, JobId job) {
        return find(scope, job)
                .map(visible -> queue.slices(visible.id().value()))
                .orElse(List.of());
    }

    @Transactional(readOnly = true)
    public int count(Scope scope, JobFilter filter) {
        return store.count(scope, filter);
    }

    /// Why the job waits and when it starts, as the latest round saw it; empty before its first round and after it.
    @Transactional(readOnly = true)
    public Optional<WaitAnswer> explain(Scope scope, JobId job) {
        return store.find(scope, job)
                .flatMap(visible ->
                        store.wait(visible.id()).map(answer -> starts.counted(answer, visible.isSimulated())));
    }

    @Transactional(readOnly = true)
    public List<JobEvent> history(Scope scope, JobId job) {
        return store.find(scope, job).map(visible -> store.events(visible.id())).orElse(List.of());
    }

    /// Each interruption of a job so far: how long it ran and waited, and what was lost.
    @Transactional(readOnly = true)
    public List<JobInterruption> interruptions(Scope scope, JobId job) {
        return store.find(scope, job).map(interruptions::list).orElse(List.of());
    }

    /// A piece of what the job printed, from a byte on. Its provider sees the job, but not what it prints.
    public Optional<JobLog> log(Scope scope, JobId job, long fromByte) {
        return find(scope, job)
                .filter(visible -> scope.sees(visible.firm()))
                .map(visible -> logs.read(visible, fromByte));
    }

    /// The end of what the job printed so far.
    public Optional<JobLog> tail(Scope scope, JobId job) {
        return find(scope, job).filter(visible -> scope.sees(visible.firm())).map(logs::tail);
    }

    private static String shortened(String reason) {
        return reason.length() <= StopJob.REASON_LENGTH_MAX ? reason : reason.substring(0, StopJob.REASON_LENGTH_MAX);
    }
}
