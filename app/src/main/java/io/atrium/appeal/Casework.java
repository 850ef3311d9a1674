// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.appeal.domain.RuleBook;
import io.atrium.appeal.store.AppealStore;
import io.atrium.appeal.store.CaseFile;
import io.atrium.appeal.store.StepStore;
import io.atrium.appeal.store.StepStore.NewStep;
import io.atrium.appeal.store.StepStore.Taken;
import io.atrium.identity.Audit;
import io.atrium.identity.AuditOrigin;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What every change of an appeal has in common: the move, its step, the audit entry, the clocks that start with a
/// dispatch. Callers have locked the case and decided that it may be.
@Component
class Casework {

    private final AppealStore store;
    private final StepStore steps;
    private final Rules rules;
    private final AppealNotices notices;
    private final Audit audit;
    private final BusinessClock clock;

    Casework(AppealStore store, StepStore steps, Rules rules, AppealNotices notices, Audit audit, BusinessClock clock) {
        this.store = store;
        this.steps = steps;
        this.rules = rules;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /// Moves the case and puts the step down.
    void move(Actor actor, CaseFile file, NewStep step) {
        file.move(step.move());
        record(actor, file, step);
    }

    /// Puts a step down and keeps the case.
    void record(Actor actor, CaseFile file, NewStep step) {
        write(List.of(Done.now(actor, file, step)));
    }

    /// A step that was taken, by whom and from where, and where it led.
    record Done(Actor by, AuditOrigin from, CaseFile file, NewStep step, AppealState state) {

        static Done now(Actor by, CaseFile file, NewStep step) {
            return new Done(by, AuditOrigin.now(), file, step, file.state());
        }

        Done askedFrom(AuditOrigin origin) {
            return new Done(by, origin, file, step, state);
        }
    }

    /// Puts several steps down, in their order, and keeps their cases.
    void write(List<Done> all) {
        if (all.isEmpty()) {
            return;
        }
        store.saveAll(all.stream().map(Done::file).distinct().toList());
        var now = clock.instant();
        steps.addAll(all.stream()
                .map(done -> new Taken(done.by(), done.file().id(), done.step(), now))
                .toList());
        audit.recordAll(all.stream().map(Casework::entry).toList());
    }

    private static Audit.Entry entry(Done done) {
        return new Audit.Entry(
                done.by(),
                done.from(),
                "appeal.moved",
                done.file().id().value(),
                Map.of("move", done.step().move(), "state", done.state()));
    }

    /// Keeps new cases, each of which goes to the unit that leads its category at once; without one it waits for
    /// somebody to dispatch it. Nobody is told yet.
    void openAll(Map<CaseFile, Need> cases) {
        var leads = new HashMap<String, Optional<OrgId>>();
        var done = new ArrayList<Done>();
        cases.forEach((file, need) -> {
            done.add(Done.now(need.actor(), file, NewStep.of(AppealMove.RAISE, ""))
                    .askedFrom(need.origin()));
            leads.computeIfAbsent(
                            file.category(), category -> rules.route(category).map(RouteRule::lead))
                    .map(unit -> assign(system(), file, unit, NewStep.of(AppealMove.DISPATCH, "")))
                    .ifPresent(dispatched -> done.add(dispatched.askedFrom(need.origin())));
        });
        write(done);
    }

    /// Gives the case to a unit and starts its clocks; those that run already go on.
    void dispatch(Actor actor, CaseFile file, OrgId unit, NewStep step) {
        file.unit().ifPresent(before -> notices.settleFor(before, file));
        notices.settleFor(rules.community(), file);
        write(List.of(assign(actor, file, unit, step)));
        tellUnit(notices, file, step.move());
    }

    private Done assign(Actor actor, CaseFile file, OrgId unit, NewStep step) {
        var book = rules.book(file.rules());
        file.giveTo(unit);
        file.end(ClockKind.DISPATCH, ClockKind.SIGN);
        startAll(file, book, ClockKind.SIGN);
        if (!file.hasClock(ClockKind.FINISH)) {
            startAll(file, book, ClockKind.CONTACT, ClockKind.PLAN, ClockKind.FINISH);
        }
        file.move(step.move());
        return Done.now(actor, file, step.with(Map.of("unit", unit.value())));
    }

    /// That the case is now theirs, by a move.
    static void tellUnit(AppealNotices telling, CaseFile file, AppealMove move) {
        var due = file.openClock(ClockKind.SIGN).map(each -> each.dueAt()).orElse(null);
        telling.unit(file, "dispatched", move + "-" + file.returns() + file.isRedone(), due);
    }

    /// Who has it when nobody else does: the fallback unit of the category, or the community.
    OrgId fallback(CaseFile file) {
        return rules.route(file.category()).map(RouteRule::fallback).orElseGet(rules::community);
    }

    /// Who stands above whoever has it: the fallback unit, and above that the community.
    OrgId above(CaseFile file) {
        var fallback = fallback(file);
        return file.unit().filter(fallback::equals).isPresent() ? rules.community() : fallback;
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
