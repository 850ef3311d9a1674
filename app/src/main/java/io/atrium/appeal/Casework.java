// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.appeal.domain.RuleBook;
import io.atrium.appeal.events.AppealMoved;
import io.atrium.appeal.store.AppealStore;
import io.atrium.appeal.store.CaseFile;
import io.atrium.appeal.store.StepStore;
import io.atrium.appeal.store.StepStore.NewStep;
import io.atrium.identity.Audit;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What every change of an appeal has in common: the move, its step, the audit entry, the event, the clocks that start
/// with a dispatch. Callers have locked the case and decided that it may be.
@Component
class Casework {

    private final AppealStore store;
    private final StepStore steps;
    private final Rules rules;
    private final AppealNotices notices;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    Casework(
            AppealStore store,
            StepStore steps,
            Rules rules,
            AppealNotices notices,
            Audit audit,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.store = store;
        this.steps = steps;
        this.rules = rules;
        this.notices = notices;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Moves the case and puts the step down.
    void move(Actor actor, CaseFile file, NewStep step) {
        file.move(step.move());
        record(actor, file, step);
    }

    /// Puts a step down and keeps the case.
    void record(Actor actor, CaseFile file, NewStep step) {
        var now = clock.instant();
        store.save(file);
        steps.add(actor, file.id(), step, now);
        audit.record(actor, "appeal.moved", file.id().value(), Map.of("move", step.move(), "state", file.state()));
        events.publishEvent(new AppealMoved(file.id(), file.firm(), step.move(), file.state(), now));
    }

    /// Gives the case to a unit and starts its clocks; those that run already go on.
    void dispatch(Actor actor, CaseFile file, OrgId unit, NewStep step) {
        var book = rules.book(file.rules());
        file.giveTo(unit);
        file.end(ClockKind.DISPATCH, ClockKind.SIGN);
        startAll(file, book, ClockKind.SIGN);
        if (!file.hasClock(ClockKind.FINISH)) {
            startAll(file, book, ClockKind.CONTACT, ClockKind.PLAN, ClockKind.FINISH);
        }
        move(actor, file, step.with(Map.of("unit", unit.value())));
        var due = file.openClock(ClockKind.SIGN).map(each -> each.dueAt()).orElse(null);
        notices.unit(file, "dispatched", step.move() + "-" + file.returns() + file.isRedone(), due);
    }

    /// By the route of its category, if there is one; otherwise it waits for somebody to dispatch it.
    void dispatchByRoute(CaseFile file) {
        rules.route(file.category())
                .ifPresent(route -> dispatch(system(), file, route.lead(), NewStep.of(AppealMove.DISPATCH, "")));
    }

    /// Who has it when nobody else does: the fallback unit of the category, or the community.
    OrgId fallback(CaseFile file) {
        return rules.route(file.category()).map(RouteRule::fallback).orElseGet(rules::community);
    }

    void startAll(CaseFile file, RuleBook book, ClockKind... kinds) {
        for (var kind : kinds) {
            file.start(kind, book.limit(kind, file.kind(), file.urgency()));
        }
    }

    static Actor system() {
        return SystemActors.of("appeal");
    }

    Instant now() {
        return clock.instant();
    }
}
