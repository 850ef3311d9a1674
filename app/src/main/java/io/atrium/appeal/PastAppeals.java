// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.appeal.AppealView.Verdict;
import io.atrium.appeal.domain.HotlineEnd;
import io.atrium.appeal.domain.RuleBook.Category;
import io.atrium.appeal.store.AppealStore;
import io.atrium.appeal.store.StepStore;
import io.atrium.appeal.store.StepStore.NewStep;
import io.atrium.appeal.store.StepStore.Taken;
import io.atrium.identity.Audit;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.Ids;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps needs that ended before they came here (历史诉求), so that they are found, compared and counted like all others.
/// Nobody is told and no limit runs: what happened, happened elsewhere. Joins the caller's transaction; the caller has
/// checked the need.
@Component
class PastAppeals {

    private static final Actor HOTLINE = SystemActors.of("hotline");

    private final AppealStore store;
    private final StepStore steps;
    private final Rules rules;
    private final Audit audit;
    private final Ids ids;

    PastAppeals(AppealStore store, StepStore steps, Rules rules, Audit audit, Ids ids) {
        this.store = store;
        this.steps = steps;
        this.rules = rules;
        this.audit = audit;
        this.ids = ids;
    }

    /// It belongs to the unit that leads its category today.
    AppealId keep(Actor actor, RaiseAppeal command, Category category, HotlineEnd end) {
        var need = Intake.checked(command);
        var raisedAt = end.raisedAt();
        var number = store.nextNumber(raisedAt.atZone(BusinessClock.ZONE).getYear());
        var file = store.open(actor, need, category.kind(), new AppealId(ids.next(AppealId.PREFIX)), number, raisedAt);
        file.runBy(rules.current().number());
        file.endElsewhere(rules.route(category.code()).map(RouteRule::lead).orElseGet(rules::community), end);
        store.save(file);
        steps.addAll(List.of(
                new Taken(actor, file.id(), NewStep.of(AppealMove.RAISE, ""), raisedAt),
                new Taken(HOTLINE, file.id(), NewStep.of(AppealMove.ANSWER, end.answer()), end.endedAt()),
                new Taken(HOTLINE, file.id(), closing(end.verdict()), end.endedAt())));
        audit.record(
                actor,
                "appeal.kept",
                file.id().value(),
                Map.of("ended_at", end.endedAt().toString()));
        return file.id();
    }

    private static NewStep closing(@Nullable Verdict verdict) {
        return verdict == null ? NewStep.of(AppealMove.LAPSE, "") : CaseClosing.accepted(verdict);
    }
}
