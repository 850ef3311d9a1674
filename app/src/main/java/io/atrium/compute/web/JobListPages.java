// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.InTime;
import io.atrium.compute.JobFilter;
import io.atrium.compute.JobId;
import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.compute.Jobs;
import io.atrium.compute.WaitAnswer;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/jobs`: the firm's jobs, or those at a provider, or all of them, by what the reader may see.
@Controller
class JobListPages {

    static final JobFilter RUNNING = new JobFilter(EnumSet.of(JobState.PLACED, JobState.RUNNING));
    static final JobFilter QUEUED = new JobFilter(EnumSet.of(JobState.QUEUED));

    private static final Set<JobState> OPEN =
            EnumSet.of(JobState.QUEUED, JobState.PLACED, JobState.RUNNING, JobState.ENDED);
    private static final Set<JobState> OVER = EnumSet.of(JobState.SETTLED, JobState.CANCELLED);
    private static final Set<JobState> ENDING = EnumSet.of(JobState.ENDED);

    private final Jobs jobs;
    private final ConsoleStrips strips;
    private final OrganisationNames names;
    private final InstantSource clock;

    JobListPages(Jobs jobs, ConsoleStrips strips, OrganisationNames names, InstantSource clock) {
        this.jobs = jobs;
        this.strips = strips;
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
        var filter = filter(query.filter("state"), query.filter("q"));
        var ofManyFirms = actor.kind() != OrgKind.FIRM;
        var page = new JobListPage(
                strips.of(actor, t).orElse(null),
                query,
                List.of(Field.of(FieldKind.SEARCH, "q", "compute.jobs.words").small()),
                tabs(scope, query, t),
                table(actor.may(Permission.SUBMIT_JOB), ofManyFirms)
                        .paged(query, jobs.count(scope, filter))
                        .exported(query),
                rows(actor, t, jobs.list(scope, filter, query.offset(), query.size())),
                clock.instant(),
                query.hrefOfPage(query.page()),
                actor.may(Permission.SUBMIT_JOB),
                ofManyFirms);
        return PageView.of("compute/jobs", "compute.jobs.title", page).under(Crumb.of("insight.nav.home", "/"));
    }

    private List<JobListPage.Row> rows(Actor actor, Text t, List<JobView> listed) {
        var waits = jobs.waits(listed);
        var firms = names.of(t, listed.stream().map(JobView::firm).toList());
        var now = clock.instant();
        return listed.stream()
                .map(job -> row(actor, job, new Known(waits, firms, now), t))
                .toList();
    }

    /// What was found of all jobs of a page at once.
    private record Known(Map<JobId, WaitAnswer> waits, Map<OrgId, String> firms, Instant now) {}

    private static JobListPage.Row row(Actor actor, JobView job, Known known, Text t) {
        var path = "/jobs/" + job.id();
        var wait = known.waits().get(job.id());
        var mayStop =
                job.state().isStoppable() && actor.scope(Permission.STOP_JOB).sees(job.firm());
        var mayCopy = actor.may(Permission.SUBMIT_JOB) && actor.organisation().equals(job.firm());
        return new JobListPage.Row(
                job,
                GpuWords.of(t, job.ask().gpus(), job.ask().shape().share()),
                JobListPage.tag(job),
                JobListPage.inTime(InTime.of(job, wait, known.now())),
                known.firms().getOrDefault(job.firm(), job.firm().value()),
                wait == null ? 0 : wait.position(),
                JobListPage.waited(job, known.now()),
                job.metered().listPrice(),
                mayStop ? path + "/cancellation" : null,
                mayCopy && job.state().isOver() ? "/jobs/new/check?copy=" + job.id() : null);
    }

    private static Table table(boolean maySubmit, boolean ofManyFirms) {
        var empty = maySubmit
                ? Empty.nothingYet("compute.jobs.none", "compute.jobs.first", "/jobs/new")
                : Empty.nothingYet("compute.jobs.none-seen");
        var columns = new ArrayList<Column>();
        columns.add(Column.text("compute.job.state"));
        columns.add(Column.text("compute.job.name-project"));
        if (ofManyFirms) {
            columns.add(Column.text("compute.job.firm"));
        }
        columns.addAll(List.of(
                Column.text("compute.job.resources"),
                Column.number("compute.job.position"),
                Column.text("compute.job.waited"),
                Column.text("compute.job.started"),
                Column.text("compute.job.ran"),
                Column.number("compute.job.cost"),
                Column.text("compute.job.actions")));
        return Table.of("compute.jobs.caption", empty, 0, columns.toArray(Column[]::new));
    }

    private List<Tab> tabs(Scope scope, ListQuery query, Text t) {
        var chosen = query.filter("state");
        var words = query.filter("q");
        return Stream.of("", "open", "running", "queued", "ending", "over")
                .map(name -> Tab.of(
                                t.of("compute.jobs.tab." + (name.isEmpty() ? "all" : name)),
                                name.isEmpty() ? "/jobs" : "/jobs?state=" + name,
                                chosen.equals(name))
                        .counting(jobs.count(scope, filter(name, words))))
                .toList();
    }

    static JobFilter filter(String state, String words) {
        return switch (state) {
            case "open" -> new JobFilter(OPEN, words);
            case "running" -> new JobFilter(RUNNING.states(), words);
            case "queued" -> new JobFilter(QUEUED.states(), words);
            case "ending" -> new JobFilter(ENDING, words);
            case "over" -> new JobFilter(OVER, words);
            default -> new JobFilter(Set.of(), words);
        };
    }
}
