// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/// Snapshot (快照): all that a round may know. Lists are sets in disguise: their order never changes the result.
public record Snapshot(
        Instant at,
        Fleet fleet,
        Quotas quotas,
        Shares shares,
        List<Job> waiting,
        List<Running> running,
        Lending lending,
        StartExperience experience) {
    public Snapshot {
        Limits.require(waiting.size() <= Limits.WAITING_MAX, "at most " + Limits.WAITING_MAX + " jobs wait");
        waiting = List.copyOf(waiting);
        running = List.copyOf(running);
        var ids = new HashSet<JobId>();
        waiting.forEach(job -> Limits.require(ids.add(job.id()), "job twice: " + job.id()));
        running.forEach(job -> Limits.require(ids.add(job.job()), "job twice: " + job.job()));
    }

    /// Nobody lends beyond quotas, and nothing was learned.
    public Snapshot(Instant at, Fleet fleet, Quotas quotas, Shares shares, List<Job> waiting, List<Running> running) {
        this(at, fleet, quotas, shares, waiting, running, Lending.none(), StartExperience.none());
    }

    /// Without fair shares.
    public Snapshot(Instant at, Fleet fleet, Quotas quotas, List<Job> waiting, List<Running> running) {
        this(at, fleet, quotas, Shares.none(), waiting, running);
    }

    public Snapshot withWaiting(List<Job> jobs) {
        return new Snapshot(at, fleet, quotas, shares, jobs, running, lending, experience);
    }

    public Snapshot withShares(Shares other) {
        return new Snapshot(at, fleet, quotas, other, waiting, running, lending, experience);
    }

    public Snapshot withLending(Lending other) {
        return new Snapshot(at, fleet, quotas, shares, waiting, running, other, experience);
    }

    public Snapshot withExperience(StartExperience other) {
        return new Snapshot(at, fleet, quotas, shares, waiting, running, lending, other);
    }
}
