// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.JobFilter;
import io.atrium.compute.JobView;
import io.atrium.compute.Jobs;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.component.TimelineEntry;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import io.atrium.web.timeline.TimelineItem;
import io.atrium.web.timeline.TimelineKind;
import io.atrium.web.timeline.TimelineSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// When a firm's jobs were submitted and ended.
@Component
class ComputeTimeline implements TimelineSource {

    private static final int JOBS_MAX = 200;

    private final Jobs jobs;

    ComputeTimeline(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Set<TimelineKind> kinds() {
        return EnumSet.of(TimelineKind.JOB);
    }

    @Override
    public List<TimelineItem> entries(Actor actor, OrgId firm, Text t, int limit) {
        if (!actor.scope(Permission.READ_JOB).sees(firm)) {
            return List.of();
        }
        return jobs.list(new Scope.Own(firm), JobFilter.ALL, 0, Math.min(limit, JOBS_MAX)).stream()
                .filter(job -> !job.isSimulated())
                .flatMap(job -> entries(job, t).stream())
                .sorted(TimelineItem.NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    private static List<TimelineItem> entries(JobView job, Text t) {
        var entries = new ArrayList<TimelineEntry>();
        entries.add(TimelineEntry.of(
                        job.times().submitted(),
                        t.of(
                                "compute.timeline.submitted",
                                job.ask().name(),
                                GpuWords.number(
                                        t, job.ask().gpus(), job.ask().shape().share())))
                .by(job.submittedBy()));
        var ended = job.times().ended();
        if (ended != null) {
            entries.add(TimelineEntry.of(
                            ended, t.of("compute.timeline.ended", job.ask().name(), t.of("compute.state", job.state())))
                    .toned(Tone.INFO));
        }
        return entries.stream()
                .map(entry -> new TimelineItem(TimelineKind.JOB, entry.linked("/jobs/" + job.id())))
                .toList();
    }
}
