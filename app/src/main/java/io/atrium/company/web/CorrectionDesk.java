// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.CorrectionFilter;
import io.atrium.company.CorrectionState;
import io.atrium.company.CorrectionView;
import io.atrium.company.Corrections;
import io.atrium.company.FactCatalogue;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.component.Tile;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/// Corrections on the home page: those that wait for an office, and for a firm those that were just refused.
@Component
class CorrectionDesk implements DeskSource {

    /// More are on their own list.
    private static final int ITEMS_MAX = 100;
    /// A refusal stays on the firm's desk for so long.
    private static final Duration REFUSAL_SHOWN = Duration.ofDays(14);

    private final Corrections corrections;
    private final FactCatalogue catalogue;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    CorrectionDesk(Corrections corrections, FactCatalogue catalogue, BusinessClock clock, WorkingCalendar calendar) {
        this.corrections = corrections;
        this.catalogue = catalogue;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        var views = new CorrectionViews(catalogue, calendar, clock, t);
        if (actor.may(Permission.DECIDE_CORRECTION)) {
            return corrections.list(actor, CorrectionFilter.OPEN, 1, ITEMS_MAX).stream()
                    .map(correction -> new DeskItem(
                            t.of("company.desk.correction", views.firm(correction), views.fact(correction)),
                            t.of("company.desk.correction.action"),
                            href(correction),
                            views.due(correction)))
                    .toList();
        }
        return isFirm(actor) ? refused(actor, views, t) : List.of();
    }

    /// A firm's own requests, with the day by which they are decided.
    @Override
    public List<DeskItem> ahead(Actor actor, Text t) {
        if (!isFirm(actor)) {
            return List.of();
        }
        var views = new CorrectionViews(catalogue, calendar, clock, t);
        return corrections.list(actor, CorrectionFilter.OPEN, 1, ITEMS_MAX).stream()
                .map(correction -> new DeskItem(
                        t.of("company.desk.correction.asked", views.fact(correction)),
                        t.of("company.desk.correction.asked.action"),
                        href(correction),
                        views.due(correction)))
                .toList();
    }

    private List<DeskItem> refused(Actor actor, CorrectionViews views, Text t) {
        return corrections.list(actor, new CorrectionFilter(CorrectionState.REFUSED, null, null), 1, ITEMS_MAX).stream()
                .filter(this::isRecent)
                .map(correction -> new DeskItem(
                        t.of("company.desk.correction.refused", views.fact(correction)),
                        t.of("company.desk.correction.refused.action"),
                        href(correction),
                        null))
                .toList();
    }

    @Override
    public List<Tile> tiles(Actor actor, Text t) {
        if (!actor.may(Permission.DECIDE_CORRECTION)) {
            return List.of();
        }
        var open = new Figure(
                t.number(corrections.count(actor, CorrectionFilter.OPEN)), t.of("company.desk.corrections.unit"));
        return List.of(Tile.of(t.of("company.desk.corrections"), open, "/corrections?state=OPEN"));
    }

    private boolean isRecent(CorrectionView correction) {
        var decision = correction.decision();
        return decision != null && decision.at().isAfter(clock.instant().minus(REFUSAL_SHOWN));
    }

    private static boolean isFirm(Actor actor) {
        return actor.kind() == OrgKind.FIRM && actor.may(Permission.MAINTAIN_COMPANY);
    }

    private static String href(CorrectionView correction) {
        return "/corrections/" + correction.id();
    }
}
