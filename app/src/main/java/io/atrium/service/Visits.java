// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.appeal.AppealChannel;
import io.atrium.appeal.AppealId;
import io.atrium.appeal.Appeals;
import io.atrium.appeal.RaiseAppeal;
import io.atrium.identity.Audit;
import io.atrium.identity.Organisations;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.service.VisitPlanView.State;
import io.atrium.service.store.VisitStore;
import io.atrium.web.Requests;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of visits (走访): plan them, call them off, hand in what came of them. A note is taken in whole, with
/// an
/// appeal for each need, or not at all; sent again under its key it is the same note.
@Component
public class Visits {

    /// More plans than a person keeps.
    public static final int PLANNED_MAX = 500;

    /// A visit is planned or noted within a year of today.
    public static final int DAYS_MAX = 366;

    private final VisitStore store;
    private final Appeals appeals;
    private final Organisations organisations;
    private final ServiceNotices notices;
    private final Requests requests;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;

    Visits(
            VisitStore store,
            Appeals appeals,
            Organisations organisations,
            ServiceNotices notices,
            Requests requests,
            Audit audit,
            Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.appeals = appeals;
        this.organisations = organisations;
        this.notices = notices;
        this.requests = requests;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// Plans a visit of one's own.
    @Transactional
    public VisitPlanId plan(Actor actor, PlanVisit command) {
        actor.require(Permission.SERVE_FIRM);
        return requests.once(actor, command.key(), command, VisitPlanId.class, () -> {
            requireFirm(actor, command.firm());
            var purpose = text(command.purpose(), PlanVisit.PURPOSE_LENGTH_MAX, ServiceRefusal.VISIT_PURPOSE_LENGTH);
            if (command.day().isBefore(clock.today())) {
                throw new RefusedException(ServiceRefusal.VISIT_DAY_PAST);
            }
            requireNear(command.day());
            var plan = new VisitPlanView(
                    new VisitPlanId(ids.next(VisitPlanId.PREFIX)),
                    command.firm(),
                    actor.person(),
                    actor.name(),
                    actor.organisation(),
                    command.day(),
                    purpose,
                    State.PLANNED,
                    null);
            store.insert(plan, clock.instant());
            audit.record(
                    actor,
                    "service.visit-planned",
                    plan.id().value(),
                    Map.of("firm", plan.firm().value(), "day", plan.day().toString()));
            notices.planned(plan);
            return plan.id();
        });
    }

    /// Calls a planned visit off.
    @Transactional
    public VisitPlanId cancel(Actor actor, CancelVisit command) {
        actor.require(Permission.SERVE_FIRM);
        return requests.once(actor, command.key(), command, VisitPlanId.class, () -> {
            var plan = store.lock(actor.scope(Permission.SERVE_FIRM), command.plan())
                    .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
            var reason = text(command.reason(), CancelVisit.REASON_LENGTH_MAX, ServiceRefusal.SERVICE_REASON_LENGTH);
            requireOpen(plan);
            store.end(plan.id(), State.CANCELLED, reason, clock.instant());
            audit.record(actor, "service.visit-cancelled", plan.id().value(), Map.of());
            notices.cancelled(plan, reason);
            return plan.id();
        });
    }

    /// Takes in a note. Refused: throws, with the first reason, and keeps nothing of it.
    @Transactional
    public VisitId handIn(Actor actor, HandInVisit command) {
        actor.require(Permission.SERVE_FIRM);
        return requests.once(actor, command.key(), command, VisitId.class, () -> takeIn(actor, command));
    }

    private VisitId takeIn(Actor actor, HandInVisit command) {
        requireFirm(actor, command.firm());
        if (command.visitedOn().isAfter(clock.today())) {
            throw new RefusedException(ServiceRefusal.VISIT_DAY_FUTURE);
        }
        requireNear(command.visitedOn());
        var planned = command.plan();
        if (planned != null) {
            carryOut(actor, planned, command.firm());
        }
        var met = text(command.met(), HandInVisit.MET_LENGTH_MAX, ServiceRefusal.VISIT_MET_LENGTH);
        var said = text(command.said(), HandInVisit.SAID_LENGTH_MAX, ServiceRefusal.VISIT_SAID_LENGTH);
        var id = new VisitId(ids.next(VisitId.PREFIX));
        var visit = new VisitView(
                id,
                command.firm(),
                planned,
                command.visitedOn(),
                met,
                said,
                actor.person(),
                actor.name(),
                clock.instant(),
                raise(actor, command, id, met));
        store.insert(visit);
        audit.record(
                actor,
                "service.visit-handed-in",
                visit.id().value(),
                Map.of("firm", visit.firm().value(), "needs", visit.appeals().size()));
        notices.handedIn(visit);
        return visit.id();
    }

    private void carryOut(Actor actor, VisitPlanId id, OrgId firm) {
        var plan = store.lock(actor.scope(Permission.SERVE_FIRM), id)
                .filter(found -> found.firm().equals(firm))
                .orElseThrow(() -> new RefusedException(ServiceRefusal.VISIT_PLAN_UNKNOWN));
        requireOpen(plan);
        store.end(id, State.DONE, null, clock.instant());
    }

    private List<AppealId> raise(Actor actor, HandInVisit command, VisitId visit, String contact) {
        if (command.needs().size() > HandInVisit.NEEDS_MAX) {
            throw new RefusedException(Refusal.of(ServiceRefusal.VISIT_NEEDS_TOO_MANY, "limit", HandInVisit.NEEDS_MAX));
        }
        var raised = new ArrayList<AppealId>();
        for (var need : command.needs()) {
            var appeal = new RaiseAppeal(
                    new RequestKey(visit + ":need-" + raised.size()),
                    command.firm(),
                    AppealChannel.VISIT,
                    need.category(),
                    need.urgency(),
                    "",
                    need.words(),
                    false,
                    contact,
                    "",
                    null,
                    null,
                    List.of());
            raised.add(appeals.raise(actor, appeal));
        }
        return raised;
    }

    @Transactional(readOnly = true)
    public Optional<VisitPlanView> findPlan(Actor actor, VisitPlanId id) {
        return store.find(actor.scope(Permission.READ_SERVICE), id);
    }

    /// What is planned, earliest first.
    ///
    /// @param steward null for everybody's
    /// @param firm null for every firm's
    @Transactional(readOnly = true)
    public List<VisitPlanView> planned(Actor actor, @Nullable PersonId steward, @Nullable OrgId firm) {
        return store.planned(actor.scope(Permission.READ_SERVICE), steward, firm, PLANNED_MAX);
    }

    @Transactional(readOnly = true)
    public Optional<VisitView> find(Actor actor, VisitId id) {
        return store.findVisit(actor.scope(Permission.READ_SERVICE), id);
    }

    /// What took place, handed in last first.
    ///
    /// @param steward null for everybody's
    /// @param firm null for every firm's
    /// @param after those before this id; null from the newest
    @Transactional(readOnly = true)
    public List<VisitView> list(
            Actor actor, @Nullable PersonId steward, @Nullable OrgId firm, @Nullable String after, int rows) {
        return store.visits(actor.scope(Permission.READ_SERVICE), steward, firm, after, rows);
    }

    private void requireFirm(Actor actor, OrgId firm) {
        boolean isFirm = organisations
                .find(firm)
                .filter(found -> found.kind() == OrgKind.FIRM)
                .filter(found -> actor.scope(Permission.SERVE_FIRM).sees(found.id()))
                .isPresent();
        if (!isFirm) {
            throw new RefusedException(
                    Refusal.of(ServiceRefusal.STEWARD_FIRM_UNKNOWN, "limit", AssignSteward.FIRMS_MAX));
        }
    }

    private void requireNear(LocalDate day) {
        if (Math.abs(ChronoUnit.DAYS.between(clock.today(), day)) > DAYS_MAX) {
            throw new RefusedException(Refusal.of(ServiceRefusal.VISIT_DAY_FAR, "limit", DAYS_MAX));
        }
    }

    private static void requireOpen(VisitPlanView plan) {
        if (plan.state() != State.PLANNED) {
            throw new RefusedException(ServiceRefusal.VISIT_PLAN_ENDED);
        }
    }

    private static String text(String typed, int limit, ServiceRefusal refusal) {
        var text = typed.strip();
        if (text.isEmpty() || text.length() > limit) {
            throw new RefusedException(Refusal.of(refusal, "limit", limit));
        }
        return text;
    }
}
