// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.Companies;
import io.atrium.company.CompanyFilter;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.component.Tile;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// The company file on the home page: how many firms there are, or what one's own file lacks.
@Component
class CompanyDesk implements DeskSource {

    private final Companies companies;
    private final BusinessClock businessClock;
    private final InstantSource clock;

    CompanyDesk(Companies companies, BusinessClock businessClock, InstantSource clock) {
        this.companies = companies;
        this.businessClock = businessClock;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        boolean isFresh = actor.may(Permission.IMPORT_REGISTRY)
                && companies.count(actor.scope(Permission.IMPORT_REGISTRY), CompanyFilter.ALL) == 0;
        return isFresh
                ? List.of(new DeskItem(
                        t.of("company.desk.fresh"), t.of("company.desk.fresh.action"), "/registry-imports", null))
                : List.of();
    }

    @Override
    public List<Tile> tiles(Actor actor, Text t) {
        var scope = actor.scope(Permission.READ_COMPANY);
        if (scope instanceof Scope.All) {
            int firms = companies.count(scope, CompanyFilter.ALL);
            return List.of(
                    Tile.of(t.of("company.desk.firms"), figure(firms, t, "company.desk.firms.unit"), "/companies"));
        }
        if (actor.kind() != OrgKind.FIRM || scope instanceof Scope.None) {
            return List.of();
        }
        return companies.file(actor, actor.organisation(), businessClock.today(), clock.instant()).stream()
                .map(file -> Tile.of(
                        t.of("company.desk.missing"),
                        figure(file.missing().size(), t, "company.desk.missing.unit"),
                        "/company/missing"))
                .toList();
    }

    private static Figure figure(int count, Text t, String unitKey) {
        return new Figure(t.number(count), t.of(unitKey));
    }
}
