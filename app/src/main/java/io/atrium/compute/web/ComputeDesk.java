// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.JobFilter;
import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.compute.Jobs;
import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.component.Tile;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Component;

/// Compute's part of the home page: what runs and what waits.
@Component
class ComputeDesk implements DeskSource {

    private static final JobFilter RUNNING = new JobFilter(EnumSet.of(JobState.PLACED, JobState.RUNNING));
    private static final JobFilter WAITING = new JobFilter(EnumSet.of(JobState.QUEUED));
    private static final int COSTED_MAX = 200;

    private final Jobs jobs;

    ComputeDesk(Jobs jobs) {
        this.jobs = jobs;
    }

    /// Jobs ask nobody for anything.
    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        return List.of();
    }

    @Override
    public List<Tile> tiles(Actor actor, Text t) {
        var scope = actor.scope(Permission.READ_JOB);
        if (scope instanceof Scope.None) {
            return List.of();
        }
        var running = jobs.list(scope, RUNNING, 0, COSTED_MAX);
        var cost = running.stream()
                .map(JobView::metered)
                .map(each -> each.listPrice())
                .reduce(Fen.ZERO, Fen::plus);
        return List.of(
                Tile.of(
                                t.of("compute.tile.running"),
                                new Figure(t.number(jobs.count(scope, RUNNING)), ""),
                                "/jobs?state=open")
                        .note(t.of("compute.tile.running.cost", cost)),
                Tile.of(
                        t.of("compute.tile.waiting"),
                        new Figure(t.number(jobs.count(scope, WAITING)), ""),
                        "/jobs?state=open"));
    }
}
