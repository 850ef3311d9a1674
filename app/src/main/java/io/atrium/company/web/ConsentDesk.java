// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.ConsentView;
import io.atrium.company.Consents;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.component.Due;
import io.atrium.web.component.Tile;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// A bank's home page: which firms let it read their facts, what of that changed, and what ends soon.
@Component
class ConsentDesk implements DeskSource {

    /// So long a consent is news to the bank.
    private static final int NEW_DAYS = 7;

    private final Consents consents;
    private final FirmNames names;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    ConsentDesk(Consents consents, FirmNames names, BusinessClock clock, WorkingCalendar calendar) {
        this.consents = consents;
        this.names = names;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        if (!actor.may(Permission.READ_CONSENTED)) {
            return List.of();
        }
        var fresh = consents.changed(actor).stream().filter(this::isNew).toList();
        var firms = names.of(fresh, t);
        return fresh.stream()
                .map(consent -> new DeskItem(
                        t.of("company.desk.consent.new", name(firms, consent), consent.purpose()),
                        t.of("company.desk.consent.new.action"),
                        href(consent),
                        null))
                .toList();
    }

    private boolean isNew(ConsentView consent) {
        var since = clock.today().minusDays(NEW_DAYS).atStartOfDay(BusinessClock.ZONE);
        return consent.holdsOn(clock.today()) && consent.grantedAt().isAfter(since.toInstant());
    }

    @Override
    public List<DeskItem> ahead(Actor actor, Text t) {
        if (!actor.may(Permission.READ_CONSENTED)) {
            return List.of();
        }
        var ending = consents.ending(actor);
        var firms = names.of(ending, t);
        return ending.stream()
                .map(consent -> new DeskItem(
                        t.of("company.desk.consent.ends", name(firms, consent)),
                        t.of("company.desk.consent.ends.action"),
                        href(consent),
                        Due.of(calendar.closing(consent.until()), clock.instant(), calendar)))
                .toList();
    }

    @Override
    public List<Tile> tiles(Actor actor, Text t) {
        if (!actor.may(Permission.READ_CONSENTED)) {
            return List.of();
        }
        return List.of(
                tile(t, t.of("company.desk.consented"), consents.countFirms(actor), "company.desk.firms.unit", ""),
                tile(
                        t,
                        t.of("company.desk.consent.changed", Consents.CHANGED_DAYS),
                        consents.changed(actor).size(),
                        "company.desk.consent.changed.unit",
                        "?show=changed"),
                tile(
                        t,
                        t.of("company.desk.consent.ending", Consents.ENDING_DAYS),
                        consents.ending(actor).size(),
                        "company.desk.consent.ending.unit",
                        "?show=ending"));
    }

    private static Tile tile(Text t, String label, int count, String unitKey, String part) {
        return Tile.of(label, new Figure(t.number(count), t.of(unitKey)), ConsentedFirmPages.PATH + part);
    }

    private static String name(Map<OrgId, String> firms, ConsentView consent) {
        return firms.getOrDefault(consent.firm(), "");
    }

    private static String href(ConsentView consent) {
        return ConsentedFirmPages.PATH + "/" + consent.firm();
    }
}
