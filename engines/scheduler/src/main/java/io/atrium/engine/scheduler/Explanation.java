// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.RoundResult.Placed;
import io.atrium.engine.scheduler.RoundResult.Waiting;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.StartEstimate;
import io.atrium.engine.scheduler.model.StartNews;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import io.atrium.engine.scheduler.rule.Situation;
import io.atrium.engine.scheduler.rule.Situation.Ahead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says of every waiting job why it waits, what would help, and when it will start.
final class Explanation {
    private final Snapshot snapshot;
    private final QuotaUse quotaUse;
    private final Boards.Views views;
    private final Reclaim reclaim;
    private final StartTelling telling;

    Explanation(Snapshot snapshot, List<Placed> placed, QuotaUse quotaUse, Boards boards, Reclaim reclaim) {
        this.snapshot = snapshot;
        this.quotaUse = quotaUse;
        this.reclaim = reclaim;
        views = boards.views();
        var soon = reclaim.cleared().stream()
                .map(place -> new Placed(place.job(), place.placement()))
                .toList();
        telling = new StartTelling(snapshot, placed, soon, boards.reservations());
    }

    /// The jobs must come in the order of their turns.
    List<Waiting> of(List<Queued> queue) {
        var answers = new ArrayList<Waiting>(queue.size());
        for (var queued : queue) {
            answers.add(answer(queued, answers.size() + 1));
        }
        return List.copyOf(answers);
    }

    private Waiting answer(Queued queued, int position) {
        var situation = situation(queued);
        if (situation.withinQuota()) {
            queued.allowed().forEach(board -> board.queue(queued.job()));
        }
        var start = start(queued, situation);
        var known = queued.job().neededBy().isEmpty() ? situation : situation.whichStarts(start);
        return new Waiting(
                queued.job(),
                position,
                RuleCatalogue.reasons(known),
                RuleCatalogue.remedies(known),
                start,
                queued.standing());
    }

    private StartEstimate start(Queued queued, Situation situation) {
        return situation
                .clearing()
                .<StartEstimate>map(place -> new StartEstimate.Between(snapshot.at(), place.by()))
                .orElseGet(() -> telling.next(queued, situation.withinQuota()));
    }

    /// What is to be learned from this round; ask when all have been told.
    StartNews news() {
        return telling.news();
    }

    private Situation situation(Queued queued) {
        var job = queued.job();
        return new Situation(
                job,
                snapshot.at(),
                quotaUse.of(queued),
                ahead(queued),
                queued.standing(),
                views.of(job),
                reclaim.reason(job),
                Optional.empty());
    }

    /// In the pool for which most jobs wait.
    private static Ahead ahead(Queued queued) {
        var most = queued.allowed().getFirst();
        for (var board : queued.allowed()) {
            most = board.jobsAhead() > most.jobsAhead() ? board : most;
        }
        return new Ahead(most.jobsAhead(), most.gpusAhead(), queued.seen().overtaken());
    }
}
