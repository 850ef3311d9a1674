// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.RoundResult.Placed;
import io.atrium.engine.scheduler.RoundResult.Waiting;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Limits;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.StartEstimate;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import io.atrium.engine.scheduler.rule.Situation;
import io.atrium.engine.scheduler.rule.Situation.Ahead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Says of every waiting job why it waits, and of the first ones also what would help and when they start.
final class Explanation {
    private static final Ahead NOBODY = new Ahead(0, 0);

    private final Snapshot snapshot;
    private final QuotaUse quotaUse;
    private final Boards boards;
    private final Boards.Views views;
    private final StartPlan plan;
    private final Map<PoolId, Ahead> ahead = new HashMap<>();

    Explanation(Snapshot snapshot, List<Placed> placed, QuotaUse quotaUse, Boards boards) {
        this.snapshot = snapshot;
        this.quotaUse = quotaUse;
        this.boards = boards;
        views = boards.views();
        plan = new StartPlan(snapshot, placed, boards);
    }

    /// The jobs must come in the order of their turns.
    List<Waiting> of(List<Job> jobs) {
        var answers = new ArrayList<Waiting>(jobs.size());
        for (var job : jobs) {
            answers.add(answer(job, answers.size() + 1));
        }
        return List.copyOf(answers);
    }

    private Waiting answer(Job job, int position) {
        var situation = situation(job);
        if (situation.withinQuota()) {
            boards.allowed(job)
                    .forEach(
                            board -> ahead.merge(board.pool().id(), NOBODY.plus(job), (before, _) -> before.plus(job)));
        }
        var reasons = RuleCatalogue.reasons(situation);
        if (position > Limits.EXPLAINED_MAX) {
            var tooFar = new StartEstimate.Unknown(StartEstimate.Why.TOO_FAR_BACK);
            return new Waiting(job, position, reasons, List.of(), tooFar);
        }
        return new Waiting(job, position, reasons, RuleCatalogue.remedies(situation), plan.next(job));
    }

    private Situation situation(Job job) {
        var most = NOBODY;
        for (var board : boards.allowed(job)) {
            var here = ahead.getOrDefault(board.pool().id(), NOBODY);
            most = here.jobs() > most.jobs() ? here : most;
        }
        return new Situation(
                job,
                snapshot.at(),
                new Situation.Quota(quotaUse.quota(job), quotaUse.inUse(job), quotaUse.promised(job)),
                most,
                views.of(job));
    }
}
