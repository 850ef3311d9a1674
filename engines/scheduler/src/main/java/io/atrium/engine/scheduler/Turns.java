// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.rule.Claim;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;

/// Whose turn it is (轮次顺序): lines of jobs by project, lines of projects by tenant, and the tenants.
///
/// ```
/// tenants ── a ── project x:  a1 a4 a7        next: the best first job of all tenants;
///       │     └── project y:  a2 a3           what it claims moves its tenant and its project back
///       └─── b ── project z:  b1 b2
/// ```
/// Only the tenant whose turn it was changes its place, so a turn costs two moves in heaps, however long the queue.
final class Turns {
    private final Standings standings;
    private final Places places;
    private final PriorityQueue<TenantLine> tenants =
            new PriorityQueue<>((one, other) -> RuleCatalogue.compare(one.first, other.first));

    Turns(Collection<Job> waiting, Standings standings, Places places) {
        this.standings = standings;
        this.places = places;
        var jobs = new HashMap<TenantId, Map<String, List<Job>>>();
        for (var job : waiting) {
            jobs.computeIfAbsent(job.tenant(), _ -> new HashMap<>())
                    .computeIfAbsent(job.turn().project(), _ -> new ArrayList<>())
                    .add(job);
        }
        jobs.values().forEach(projects -> tenants.add(new TenantLine(projects.values())));
    }

    /// What is done when a job's turn has come; what the job claims must be told to the standings before it returns.
    interface Served {
        void serve(Job job);
    }

    /// Gives every job its turn.
    void forEach(Served served) {
        for (var tenant = tenants.poll(); tenant != null; tenant = tenants.poll()) {
            var project = Objects.requireNonNull(tenant.projects.poll());
            served.serve(project.first.job());
            if (project.goOn()) {
                tenant.projects.add(project);
            }
            if (tenant.goOn()) {
                tenants.add(tenant);
            }
        }
    }

    private final class TenantLine {
        private final PriorityQueue<ProjectLine> projects =
                new PriorityQueue<>((one, other) -> RuleCatalogue.compare(one.first, other.first));
        private Claim first;

        private TenantLine(Iterable<List<Job>> lines) {
            lines.forEach(jobs -> projects.add(new ProjectLine(jobs)));
            first = claim();
        }

        /// False if nobody is left.
        boolean goOn() {
            if (projects.isEmpty()) {
                return false;
            }
            first = claim();
            return true;
        }

        private Claim claim() {
            var job = Objects.requireNonNull(projects.peek()).first.job();
            return new Claim(job, places.of(job), standings.ofShare(job.tenant()), 0);
        }
    }

    private final class ProjectLine {
        private final Deque<Job> jobs = new ArrayDeque<>();
        private Claim first;

        private ProjectLine(List<Job> members) {
            members.stream()
                    .map(job -> new Claim(job, places.of(job), 0, 0))
                    .sorted(RuleCatalogue::compare)
                    .map(Claim::job)
                    .forEach(jobs::add);
            first = claim();
        }

        /// False if nobody is left.
        boolean goOn() {
            if (jobs.isEmpty()) {
                return false;
            }
            first = claim();
            return true;
        }

        private Claim claim() {
            var job = jobs.removeFirst();
            return new Claim(job, places.of(job), 0, standings.ofProject(job));
        }
    }
}
