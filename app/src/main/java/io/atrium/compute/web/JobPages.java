// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.Bills;
import io.atrium.compute.JobEvent;
import io.atrium.compute.JobId;
import io.atrium.compute.JobInterruption;
import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.compute.Jobs;
import io.atrium.engine.scheduler.model.Slice;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.Crumb;
import io.atrium.web.PageView;
import io.atrium.web.component.LogView;
import io.atrium.web.component.TimelineEntry;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// `/jobs/{id}` and its log.
@Controller
class JobPages {

    private final Jobs jobs;
    private final Bills bills;
    private final JobFacts facts;
    private final LogStreams streams;
    private final InstantSource clock;

    JobPages(Jobs jobs, Bills bills, JobFacts facts, LogStreams streams, InstantSource clock) {
        this.jobs = jobs;
        this.bills = bills;
        this.facts = facts;
        this.streams = streams;
        this.clock = clock;
    }

    @GetMapping("/jobs/{id}")
    PageView show(Actor actor, @PathVariable JobId id, Text t) {
        var scope = scope(actor);
        var job = visible(scope, id);
        var bill = bills.ofJob(actor.scope(Permission.READ_BILL), id).orElse(null);
        var mayCopy = actor.may(Permission.SUBMIT_JOB) && actor.organisation().equals(job.firm());
        var page = new JobPage(
                job,
                JobListPage.tag(job),
                JobListPage.inTime(jobs.inTime(List.of(job)).get(id)),
                JobSteps.steps(t, job),
                JobSteps.next(t, job),
                waiting(scope, job, mayCopy, t),
                facts.asked(t, job),
                facts.cost(t, job, bill),
                facts.used(t, job),
                facts.hints(t, job),
                nodes(t, job, jobs.nodes(scope, id)),
                log(scope, job),
                timeline(scope, id, t),
                bill,
                job.state().isStoppable() && actor.scope(Permission.STOP_JOB).sees(job.firm()),
                mayCopy);
        return PageView.of("compute/job", "compute.job.title", page, job.ask().name())
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("compute.nav.jobs", "/jobs"));
    }

    private static List<String> nodes(Text t, JobView job, List<Slice> slices) {
        return NodeRanges.of(slices).stream()
                .map(range -> {
                    var gpus = GpuWords.of(t, range.gpus(), job.ask().shape().share());
                    return range.nodes() == 1
                            ? t.of("compute.job.node", range.first(), gpus)
                            : t.of("compute.job.node.range", range.first(), range.last(), range.nodes(), gpus);
                })
                .toList();
    }

    record Poll(List<String> lines, long next, boolean done) {}

    @GetMapping("/jobs/{id}/log")
    @ResponseBody
    Poll log(Actor actor, @PathVariable JobId id, @RequestParam(defaultValue = "0") long after) {
        var log = jobs.log(scope(actor), id, after).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        return new Poll(log.texts(), log.next(), log.complete());
    }

    @GetMapping(path = "/jobs/{id}/log/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(Actor actor, @PathVariable JobId id, @RequestParam(defaultValue = "0") long after) {
        var scope = scope(actor);
        visible(scope, id);
        return streams.open(scope, id, after);
    }

    private static Scope scope(Actor actor) {
        actor.require(Permission.READ_JOB);
        return actor.scope(Permission.READ_JOB);
    }

    private JobView visible(Scope scope, JobId id) {
        return jobs.find(scope, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private JobPage.@Nullable Waiting waiting(Scope scope, JobView job, boolean mayCopy, Text t) {
        if (job.state() != JobState.QUEUED) {
            return null;
        }
        return jobs.explain(scope, job.id())
                .map(answer -> new JobPage.Waiting(
                        answer.position(),
                        WaitWords.reasons(t, answer),
                        WaitWords.share(t, answer),
                        mayCopy
                                ? WaitWords.steps(t, job.id(), answer)
                                : WaitWords.remedies(t, answer).stream()
                                        .map(text -> new JobPage.Remedy(text, null))
                                        .toList(),
                        WaitWords.start(t, answer),
                        WaitWords.inTime(t, answer, job.ask().neededBy(), job.timeLeft()),
                        t.dateTimeShort(answer.at())))
                .orElse(null);
    }

    private @Nullable LogView log(Scope scope, JobView job) {
        boolean hasRun = job.state() != JobState.QUEUED || job.isInterrupted();
        if (!hasRun || job.state() == JobState.CANCELLED) {
            return null;
        }
        var path = "/jobs/" + job.id() + "/log";
        return jobs.tail(scope, job.id())
                .map(log -> new LogView(log.texts(), log.next(), log.complete(), path + "/stream", path))
                .orElse(null);
    }

    private List<TimelineEntry> timeline(Scope scope, JobId id, Text t) {
        var interruptions = jobs.interruptions(scope, id).iterator();
        return jobs.history(scope, id).stream()
                .map(event -> {
                    boolean isInterruption = event.kind().equals(JobEvent.INTERRUPTED) && interruptions.hasNext();
                    return entry(event, isInterruption ? interruptions.next() : null, t);
                })
                .toList();
    }

    private TimelineEntry entry(JobEvent event, @Nullable JobInterruption interruption, Text t) {
        var what = t.of("compute.event." + event.kind(), detail(event, t));
        var told = interruption == null ? what : InterruptionWords.of(t, what, interruption, clock.instant());
        var entry = TimelineEntry.of(event.at(), told).toned(tone(event));
        return event.actor() == null ? entry : entry.by(event.actor());
    }

    private static String detail(JobEvent event, Text t) {
        return event.kind().equals(JobState.ENDED.name())
                ? t.of("compute.outcome." + event.detail())
                : EngineNames.stopReason(t, event.detail());
    }

    private static Tone tone(JobEvent event) {
        return event.kind().equals(JobState.SETTLED.name()) ? Tone.GOOD : Tone.PLAIN;
    }
}
