// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight;

import static io.atrium.jooq.Tables.PINNED_PAGE;

import io.atrium.kernel.access.Actor;
import io.atrium.web.NavItem;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pages that a person pinned to their home (常用功能), out of those in their navigation. A page that they may no
/// longer see is not shown.
@Component
class PinnedPages {

    static final int PINNED_MAX = 8;

    private final DSLContext database;
    private final List<NavItem> items;
    private final InstantSource clock;

    PinnedPages(DSLContext database, List<NavItem> items, InstantSource clock) {
        this.database = database;
        this.items = items.stream().sorted(NavItem.ORDER).toList();
        this.clock = clock;
    }

    /// What the actor can pin.
    List<NavItem> choices(Actor actor) {
        return items.stream()
                .filter(item -> !item.href().equals("/"))
                .filter(item -> item.isFor().test(Optional.of(actor)))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<NavItem> of(Actor actor) {
        var pinned = database.selectFrom(PINNED_PAGE)
                .where(
                        PINNED_PAGE.PERSON_ID.eq(actor.person().value()),
                        PINNED_PAGE.ORGANISATION_ID.eq(actor.organisation().value()))
                .fetchSet(PINNED_PAGE.PATH);
        return choices(actor).stream()
                .filter(item -> pinned.contains(item.href()))
                .toList();
    }

    /// Replaces what was pinned before; the same choice twice changes nothing.
    @Transactional
    public void pin(Actor actor, Collection<String> paths) {
        var chosen = Set.copyOf(paths);
        database.deleteFrom(PINNED_PAGE)
                .where(
                        PINNED_PAGE.PERSON_ID.eq(actor.person().value()),
                        PINNED_PAGE.ORGANISATION_ID.eq(actor.organisation().value()))
                .execute();
        choices(actor).stream()
                .map(NavItem::href)
                .filter(chosen::contains)
                .limit(PINNED_MAX)
                .forEach(path -> insert(actor, path));
    }

    private void insert(Actor actor, String path) {
        database.insertInto(PINNED_PAGE)
                .set(PINNED_PAGE.PERSON_ID, actor.person().value())
                .set(PINNED_PAGE.ORGANISATION_ID, actor.organisation().value())
                .set(PINNED_PAGE.PATH, path)
                .set(PINNED_PAGE.PINNED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }
}
