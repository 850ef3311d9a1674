// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.web;

import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.service.StewardTerm;
import io.atrium.service.Stewards;
import io.atrium.service.VisitPlanView;
import io.atrium.service.Visits;
import io.atrium.web.component.Tile;
import io.atrium.web.deadline.Dues;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.util.List;
import org.springframework.stereotype.Component;

/// A firm's steward on its desk, and on a steward's the visits that are due.
@Component
class ServiceDesk implements DeskSource {

    private static final int DAYS_AHEAD = 7;

    private final Stewards stewards;
    private final Visits visits;
    private final OrganisationNames names;
    private final Dues dues;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    ServiceDesk(
            Stewards stewards,
            Visits visits,
            OrganisationNames names,
            Dues dues,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.stewards = stewards;
        this.visits = visits;
        this.names = names;
        this.dues = dues;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Override
    public int order() {
        return 36;
    }

    /// Visits of this week and those that are overdue.
    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        if (!actor.may(Permission.SERVE_FIRM)) {
            return List.of();
        }
        var until = clock.today().plusDays(DAYS_AHEAD);
        return visits.planned(actor, actor.person(), null).stream()
                .filter(plan -> !plan.day().isAfter(until))
                .map(plan -> new DeskItem(
                        t.of("service.desk.visit", names.of(t, plan.firm()), plan.purpose()),
                        t.of("service.desk.visit.action"),
                        "/visit-plans/" + plan.id(),
                        dues.at(calendar.closing(plan.day()))))
                .toList();
    }

    @Override
    public List<Tile> tiles(Actor actor, Text t) {
        return isOfFirm(actor)
                ? stewards.current(actor, actor.organisation()).stream()
                        .map(term -> tile(term, t))
                        .toList()
                : List.of();
    }

    private Tile tile(StewardTerm term, Text t) {
        var contact = stewards.contact(term.steward());
        return Tile.of(t.of("service.steward"), new Figure(term.name(), ""), "/my-steward")
                .note(contact.isEmpty() ? t.of("service.contact.none") : contact);
    }

    /// Who comes when.
    @Override
    public List<DeskItem> ahead(Actor actor, Text t) {
        return isOfFirm(actor)
                ? visits.planned(actor, null, actor.organisation()).stream()
                        .map(plan -> coming(plan, t))
                        .toList()
                : List.of();
    }

    private DeskItem coming(VisitPlanView plan, Text t) {
        return new DeskItem(
                t.of("service.desk.coming", plan.stewardName(), plan.purpose()),
                t.of("service.desk.coming.action"),
                "/my-steward",
                dues.at(calendar.closing(plan.day())));
    }

    private static boolean isOfFirm(Actor actor) {
        return actor.kind() == OrgKind.FIRM && actor.may(Permission.READ_SERVICE);
    }
}
