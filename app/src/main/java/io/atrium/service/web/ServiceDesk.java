// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.web;

import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.service.ItemView;
import io.atrium.service.ServicePacks;
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
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// A firm's steward and what it has to confirm on its desk, on others' the visits and promises that are due.
@Component
class ServiceDesk implements DeskSource {

    private static final int DAYS_AHEAD = 7;

    private final Stewards stewards;
    private final Visits visits;
    private final ServicePacks packs;
    private final OrganisationNames names;
    private final Dues dues;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    ServiceDesk(
            Stewards stewards,
            Visits visits,
            ServicePacks packs,
            OrganisationNames names,
            Dues dues,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.stewards = stewards;
        this.visits = visits;
        this.packs = packs;
        this.names = names;
        this.dues = dues;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Override
    public int order() {
        return 36;
    }

    /// Visits and promises of this week, those that are overdue, and what the firm has to confirm.
    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        var until = clock.today().plusDays(DAYS_AHEAD);
        var due = visitsOf(actor).filter(plan -> !plan.day().isAfter(until)).map(plan -> visit(plan, t));
        var promised = packs.toDo(actor).stream()
                .filter(item -> !item.dueOn().isAfter(until))
                .map(item -> item(item, "service.desk.item", t));
        var confirm = packs.toConfirm(actor).stream().map(item -> item(item, "service.desk.confirm", t));
        return Stream.of(due, promised, confirm).flatMap(each -> each).toList();
    }

    private Stream<VisitPlanView> visitsOf(Actor actor) {
        return actor.may(Permission.SERVE_FIRM) ? visits.planned(actor, actor.person(), null).stream() : Stream.empty();
    }

    private DeskItem visit(VisitPlanView plan, Text t) {
        return new DeskItem(
                t.of("service.desk.visit", names.of(t, plan.firm()), plan.purpose()),
                t.of("service.desk.visit.action"),
                "/visit-plans/" + plan.id(),
                dues.at(calendar.closing(plan.day())));
    }

    private DeskItem item(ItemView item, String key, Text t) {
        return new DeskItem(
                t.of(key, item.words()),
                t.of(key + ".action"),
                "/service-items/" + item.id(),
                item.state().isToDo() ? dues.at(calendar.closing(item.dueOn())) : null);
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
