// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.JobId;
import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.compute.Jobs;
import io.atrium.compute.StopJob;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/jobs/{id}/cancellation`: stopping a job, with the consequence before the click.
@Controller
class JobStopPages {

    private final Jobs jobs;
    private final RequestKeys keys;

    JobStopPages(Jobs jobs, RequestKeys keys) {
        this.jobs = jobs;
        this.keys = keys;
    }

    @GetMapping("/jobs/{id}/cancellation")
    PageView ask(Actor actor, @PathVariable JobId id, Text t) {
        actor.require(Permission.STOP_JOB);
        var job = jobs.find(actor.scope(Permission.STOP_JOB), id)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        if (!job.state().isStoppable()) {
            throw new RefusedException(
                    Refusal.of(ComputeRefusal.JOB_NOT_STOPPABLE, "state", t.of("compute.state", job.state())));
        }
        var form = Form.to(
                        "/jobs/" + id + "/cancellation",
                        "compute.stop.submit",
                        Field.text("reason", "compute.stop.reason").optional())
                .keyed(keys.fresh());
        var page = new JobStopPage(form, consequences(t, job), "/jobs/" + id);
        return PageView.of(
                        "compute/job-stop",
                        "compute.stop.title",
                        page,
                        job.ask().name())
                .under(
                        Crumb.of("compute.nav.jobs", "/jobs"),
                        Crumb.of("compute.job.title", "/jobs/" + id, job.ask().name()));
    }

    @PostMapping("/jobs/{id}/cancellation")
    SeeOther stop(Actor actor, RequestKey key, @PathVariable JobId id, @RequestParam(defaultValue = "") String reason) {
        jobs.stop(actor, new StopJob(key, id, reason));
        boolean isCancelled = jobs.find(actor.scope(Permission.STOP_JOB), id)
                .filter(job -> job.state() == JobState.CANCELLED)
                .isPresent();
        var flash = isCancelled ? "compute.flash.cancelled" : "compute.flash.stopping";
        return SeeOther.to("/jobs/" + id).saying(Flash.done(flash));
    }

    /// What is lost, what is charged, what comes free.
    private static List<String> consequences(Text t, JobView job) {
        var held = job.held().listPrice();
        var metered = job.metered().listPrice();
        if (job.isInterrupted()) {
            return List.of(
                    t.of("compute.stop.queued.place"),
                    t.of("compute.stop.interrupted.billed", metered),
                    t.of("compute.stop.running.released", held.minus(metered)));
        }
        return switch (job.state()) {
            case QUEUED ->
                List.of(
                        t.of("compute.stop.queued.place"),
                        t.of("compute.stop.queued.free", held),
                        t.of("compute.stop.again"));
            case PLACED -> List.of(t.of("compute.stop.placed.free", held), t.of("compute.stop.again"));
            default ->
                List.of(
                        t.of("compute.stop.running.lost"),
                        t.of("compute.stop.running.billed", metered),
                        t.of("compute.stop.running.released", held.minus(metered)),
                        t.of("compute.stop.again"));
        };
    }
}
