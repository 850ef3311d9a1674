// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import static io.atrium.jooq.Tables.JOB;
import static java.util.stream.Collectors.toMap;

import io.atrium.compute.InTime;
import io.atrium.compute.JobEvent;
import io.atrium.compute.JobId;
import io.atrium.compute.JobState;
import io.atrium.compute.WaitAnswer;
import io.atrium.compute.domain.WaitAnswers;
import io.atrium.compute.events.JobTooLate;
import io.atrium.compute.store.JobStore;
import io.atrium.compute.store.QueueStore;
import io.atrium.compute.store.StartStore;
import io.atrium.engine.scheduler.Round;
import io.atrium.engine.scheduler.RoundResult.Placed;
import io.atrium.engine.scheduler.RoundResult.TakenOff;
import io.atrium.kernel.node.Leadership;
import io.atrium.kernel.node.Term;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Runs a scheduling round over the queue, if this node leads: one snapshot, one answer, one transaction. It is fenced:
/// a leader that was held up, and was succeeded meanwhile, places nothing and takes nobody off.
@Component
public class PlaceWaitingJobs {

    private final DSLContext database;
    private final Leadership leadership;
    private final QueueStore queue;
    private final JobStore jobs;
    private final StartStore starts;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    PlaceWaitingJobs(
            DSLContext database,
            Leadership leadership,
            QueueStore queue,
            JobStore jobs,
            StartStore starts,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.database = database;
        this.leadership = leadership;
        this.queue = queue;
        this.jobs = jobs;
        this.starts = starts;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void run() {
        var term = leadership.term();
        if (term.isPresent() && !queue.isEmpty()) {
            run(term.get());
        }
    }

    /// A leader that is held up between its first write and the fence, or after it, would keep its successor waiting:
    /// the database ends its transaction then.
    private void run(Term term) {
        var now = clock.instant();
        var result = Round.of(queue.snapshot(now));
        database.execute("set local idle_in_transaction_session_timeout = '3s'");
        result.placed().forEach(placed -> place(placed, now));
        result.takenOff().forEach(off -> askBack(off, now));
        var answers = result.waiting().stream()
                .collect(toMap(
                        waiting -> new JobId(waiting.job().id().value()), waiting -> WaitAnswers.of(waiting, now)));
        jobs.saveWaits(answers);
        tellWhoIsLate(answers, now);
        starts.save(result.news());
        leadership.fence(term);
    }

    private void tellWhoIsLate(Map<JobId, WaitAnswer> answers, Instant now) {
        var late = answers.entrySet().stream()
                .filter(answer -> answer.getValue().inTime() == InTime.UNLIKELY)
                .map(Map.Entry::getKey)
                .toList();
        for (var job : jobs.tellLate(late, now)) {
            jobs.addEvent(job, new JobEvent(now, "TOO_LATE", "", null));
            events.publishEvent(new JobTooLate(job.value(), now));
        }
    }

    private void place(Placed placed, Instant now) {
        var job = new JobId(placed.job().id().value());
        if (!jobs.move(
                job,
                JobState.QUEUED,
                JobState.PLACED,
                Map.of(JOB.PLACED_AT, JobStore.at(now), JOB.BORROWS, placed.borrows()))) {
            return; // stopped since the snapshot was read
        }
        queue.insertSlices(job.value(), placed.placement());
        jobs.deleteWait(job);
        var nodes = placed.placement().slices().size();
        jobs.addEvent(
                job,
                new JobEvent(
                        now, JobState.PLACED.name(), placed.placement().pool().value() + " × " + nodes, null));
    }

    /// For whom is not told: another firm's job is none of this one's business.
    private void askBack(TakenOff off, Instant now) {
        var job = new JobId(off.job().job().value());
        if (jobs.askBack(job, now)) {
            var gpus = off.job().placement().amount();
            jobs.addEvent(job, new JobEvent(now, "ASKED_BACK", gpus.toString(), null));
        }
    }
}
