// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.JobFilter;
import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.compute.Jobs;
import io.atrium.compute.Quotas;
import io.atrium.compute.WaitAnswer;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tile;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/jobs`: the firm's jobs, or those at a provider, or all of them, by what the reader may see.
@Controller
class JobListPages {

    private static final Set<JobState> OPEN =
            EnumSet.of(JobState.QUEUED, JobState.PLACED, JobState.RUNNING, JobState.ENDED);
    private static final Set<JobState> OVER = EnumSet.of(JobState.SETTLED, JobState.CANCELLED);

    private final Jobs jobs;
    private final Quotas quotas;
    private final OrgNames names;
    private final InstantSource clock;

    JobListPages(Jobs jobs, Quotas quotas, OrgNames names, InstantSource clock) {
        this.jobs = jobs;
        this.quotas = quotas;
        this.names = names;
        this.clock = clock;
    }

    @Bean
    static NavItem jobsNavItem() {
        return NavItem.needing(Permission.READ_JOB, NavGroup.COMPUTE, "compute.nav.jobs", "/jobs", 10);
    }

    @GetMapping("/jobs")
    PageView list(Actor actor, ListQuery query, Text t) {
        actor.require(Permission.READ_JOB);
        var scope = actor.scope(Permission.READ_JOB);
        var filter = filter(query);
        var now = clock.instant();
        var rows = jobs.list(scope, filter, query.offset(), query.size()).stream()
                .map(job -> row(t, scope, job, now))
                .toList();
        var maySubmit = actor.may(Permission.SUBMIT_JOB);
        var page = new JobListPage(
                maySubmit ? tiles(actor, t) : List.of(),
                tabs(scope, query, t),
                table(maySubmit).paged(query, jobs.count(scope, filter)),
                rows,
                now,
                query.hrefOfPage(query.page()),
                maySubmit);
        return PageView.of("compute/jobs", "compute.jobs.title", page).under(Crumb.of("insight.nav.home", "/"));
    }

    private JobListPage.Row row(Text t, Scope scope, JobView job, Instant now) {
        var position = job.state() == JobState.QUEUED
                ? jobs.explain(scope, job.id()).map(WaitAnswer::position).orElse(0)
                : 0;
        return new JobListPage.Row(
                job,
                JobListPage.tag(job),
                names.of(t, job.firm()),
                position,
                JobListPage.waited(job, now),
                job.metered().listPrice());
    }

    private static Table table(boolean maySubmit) {
        var empty = maySubmit
                ? Empty.nothingYet("compute.jobs.none", "compute.jobs.first", "/jobs/new")
                : Empty.nothingYet("compute.jobs.none-seen");
        return Table.of(
                "compute.jobs.caption",
                empty,
                0,
                Column.text("compute.job.state"),
                Column.text("compute.job.name"),
                Column.text("compute.job.firm"),
                Column.text("compute.job.resources"),
                Column.number("compute.job.position"),
                Column.text("compute.job.waited"),
                Column.text("compute.job.started"),
                Column.text("compute.job.ran"),
                Column.number("compute.job.cost"));
    }

    private List<Tile> tiles(Actor actor, Text t) {
        var quota = quotas.of(actor.organisation());
        return List.of(
                Tile.of(
                        t.of("compute.tile.gpus"),
                        new Figure(t.number(quota.gpusInUse()), "/ " + t.number(quota.gpusMax())),
                        "/jobs?state=open"),
                Tile.of(t.of("compute.tile.gpu-time"), t.gpuHoursFigure(quota.gpuTimeLeft()), "/jobs"),
                Tile.of(t.of("compute.tile.credit"), t.moneyRounded(quota.creditLeft()), "/bills"),
                Tile.of(t.of("compute.tile.held"), t.moneyRounded(quota.ownHeld()), "/jobs?state=open"),
                Tile.of(t.of("compute.tile.spent"), t.moneyRounded(quota.ownSpent()), "/bills"));
    }

    private List<Tab> tabs(Scope scope, ListQuery query, Text t) {
        var chosen = query.filter("state");
        return Stream.of("", "open", "over")
                .map(name -> Tab.of(
                                t.of("compute.jobs.tab." + (name.isEmpty() ? "all" : name)),
                                name.isEmpty() ? "/jobs" : "/jobs?state=" + name,
                                chosen.equals(name))
                        .counting(jobs.count(scope, filter(name))))
                .toList();
    }

    private static JobFilter filter(ListQuery query) {
        return filter(query.filter("state"));
    }

    private static JobFilter filter(String name) {
        return switch (name) {
            case "open" -> new JobFilter(OPEN);
            case "over" -> new JobFilter(OVER);
            default -> JobFilter.ALL;
        };
    }
}
