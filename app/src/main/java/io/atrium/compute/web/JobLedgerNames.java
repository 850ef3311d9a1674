// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.Jobs;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.ledger.LedgerNames;
import io.atrium.web.text.Text;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Jobs by their names in the ledger. Whoever may read a job's line of the ledger is its firm, its provider, or reads
/// all.
@Component
class JobLedgerNames implements LedgerNames {

    private final Jobs jobs;

    JobLedgerNames(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Map<String, Named> of(Actor actor, Text t, Collection<String> ids) {
        var mayRead = actor.may(Permission.READ_JOB);
        return jobs.names(ids).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, job -> new Named(job.getValue(), mayRead ? "/jobs/" + job.getKey() : null)));
    }
}
