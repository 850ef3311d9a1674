// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.BackgroundWork;
import io.atrium.admin.ChainCheck;
import io.atrium.admin.HealthItem;
import io.atrium.admin.HealthItem.Level;
import io.atrium.admin.HealthReport;
import io.atrium.identity.AuditFilter;
import io.atrium.identity.AuditTrail;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.component.Tile;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// The running of the house on the home page: what is not well for those who run it, the audit trail for those who
/// read it.
@Component
class AdminDesk implements DeskSource {

    private final HealthReport health;
    private final BackgroundWork work;
    private final AuditTrail trail;
    private final ChainCheck chain;
    private final InstantSource clock;

    AdminDesk(HealthReport health, BackgroundWork work, AuditTrail trail, ChainCheck chain, InstantSource clock) {
        this.health = health;
        this.work = work;
        this.trail = trail;
        this.chain = chain;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        var items = new ArrayList<DeskItem>();
        if (actor.may(Permission.RUN_SYSTEM)) {
            wanting(actor).stream()
                    .map(item -> new DeskItem(
                            t.of(
                                    "admin.desk.unwell",
                                    t.of("admin.health." + item.part()),
                                    t.of(
                                            "admin.health." + item.part() + ".words",
                                            item.words().toArray())),
                            t.of("admin.desk.unwell.action"),
                            "/health",
                            null))
                    .forEach(items::add);
        }
        if (actor.may(Permission.READ_AUDIT) && chain.result().firstBroken().isPresent()) {
            items.add(new DeskItem(t.of("admin.desk.broken"), t.of("admin.desk.broken.action"), "/audit", null));
        }
        return items;
    }

    @Override
    public List<Tile> tiles(Actor actor, Text t) {
        var tiles = new ArrayList<Tile>();
        if (actor.may(Permission.READ_AUDIT)) {
            tiles.addAll(auditTrail(actor, t));
        }
        if (actor.roles().contains(Role.ADMINISTRATOR)) {
            tiles.add(tile(t, "admin.desk.events", work.countDeliveries(actor), "/background-work"));
        }
        return tiles;
    }

    private List<Tile> auditTrail(Actor actor, Text t) {
        var today = clock.instant().atZone(BusinessClock.ZONE).toLocalDate();
        var scope = actor.scope(Permission.READ_AUDIT);
        var ofToday = new AuditFilter("", "", "", "", today, today);
        var checked = chain.result();
        var words = checked.firstBroken().isPresent() ? "admin.desk.chain.broken" : "admin.desk.chain.holds";
        return List.of(
                tile(t, "admin.desk.audit", trail.count(scope, ofToday), "/audit?from=" + today + "&to=" + today),
                tile(t, "admin.desk.entries", trail.count(scope, AuditFilter.ALL), "/audit")
                        .note(t.of(words, checked.sealed(), t.dateTimeShort(checked.at()))));
    }

    private List<HealthItem> wanting(Actor actor) {
        return health.items(actor).stream()
                .filter(item -> item.level() != Level.WELL)
                .toList();
    }

    private static Tile tile(Text t, String key, int count, String href) {
        return Tile.of(t.of(key), new Figure(t.number(count), t.of(key + ".unit")), href);
    }
}
