// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.Jobs;
import io.atrium.compute.lease.LeaseId;
import io.atrium.compute.lease.Leases;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.ledger.LedgerNames;
import io.atrium.web.text.Text;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Jobs and leases by their names in the ledger. Whoever may read a job's line of the ledger is its firm, its provider,
/// or reads
/// all.
@Component
class JobLedgerNames implements LedgerNames {

    private final Jobs jobs;
    private final Leases leases;

    JobLedgerNames(Jobs jobs, Leases leases) {
        this.jobs = jobs;
        this.leases = leases;
    }

    @Override
    public Map<String, Named> of(Actor actor, Text t, Collection<String> ids) {
        var mayRead = actor.may(Permission.READ_JOB);
        var named = jobs.names(ids).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, job -> new Named(job.getValue(), mayRead ? "/jobs/" + job.getKey() : null)));
        leases.namesOfPeriods(ids)
                .forEach((period, name) ->
                        named.put(period, new Named(name, mayRead ? "/leases/" + LeaseId.ofPeriod(period) : null)));
        return named;
    }
}
