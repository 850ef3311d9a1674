// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.rule.Claim;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import io.atrium.engine.scheduler.rule.ServeCloseDateFirst;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whose place in the queue each waiting job takes (排队位置): its own, unless dates of its siblings or of itself are
/// close. A round with dates is the round of a tenant that had handed in its jobs in another order.
final class Places {
    private final Map<JobId, Job> taken = new HashMap<>();

    private record Siblings(TenantId tenant, String project, int priority) {
        private static Siblings of(Job job) {
            return new Siblings(job.tenant(), job.turn().project(), job.turn().priority());
        }
    }

    Places(Snapshot snapshot) {
        var now = snapshot.at();
        var moved = snapshot.waiting().stream()
                .filter(job -> ServeCloseDateFirst.RULE.isClose(job, now))
                .map(Siblings::of)
                .collect(toSet());
        if (!moved.isEmpty()) {
            snapshot.waiting().stream()
                    .filter(job -> moved.contains(Siblings.of(job)))
                    .collect(groupingBy(Siblings::of))
                    .values()
                    .forEach(siblings -> exchange(inTurn(siblings), snapshot));
        }
    }

    private static List<Job> inTurn(List<Job> siblings) {
        return siblings.stream()
                .map(Claim::of)
                .sorted(RuleCatalogue::compare)
                .map(Claim::job)
                .toList();
    }

    private void exchange(List<Job> holders, Snapshot snapshot) {
        var takers = ServeCloseDateFirst.RULE.takers(holders, snapshot.at());
        for (var number = 0; number < holders.size(); number++) {
            taken.put(takers.get(number).id(), holders.get(number));
        }
    }

    Job of(Job job) {
        return taken.getOrDefault(job.id(), job);
    }
}
