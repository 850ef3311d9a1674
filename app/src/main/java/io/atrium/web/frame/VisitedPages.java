// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

import static io.atrium.jooq.Tables.VISITED_PAGE;

import io.atrium.kernel.access.Actor;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which records a person looked at last (最近浏览), per organisation that they act for; the oldest are forgotten.
@Component
public class VisitedPages {

    static final int KEPT_MAX = 12;

    private final DSLContext database;
    private final InstantSource clock;

    VisitedPages(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param lang tag of the language that the title is in
    public record Visited(String path, String title, String lang) {}

    @Transactional(readOnly = true)
    public List<Visited> last(Actor actor, int limit) {
        return database.selectFrom(VISITED_PAGE)
                .where(
                        VISITED_PAGE.PERSON_ID.eq(actor.person().value()),
                        VISITED_PAGE.ORGANISATION_ID.eq(actor.organisation().value()))
                .orderBy(VISITED_PAGE.VISITED_AT.desc())
                .limit(limit)
                .fetch(row -> new Visited(row.getPath(), row.getTitle(), row.getLang()));
    }

    @Transactional
    public void record(Actor actor, Visited page) {
        var row = database.newRecord(VISITED_PAGE);
        row.setPersonId(actor.person().value());
        row.setOrganisationId(actor.organisation().value());
        row.setPath(page.path());
        row.setTitle(page.title());
        row.setLang(page.lang());
        row.setVisitedAt(clock.instant().atOffset(ZoneOffset.UTC));
        database.insertInto(VISITED_PAGE)
                .set(row)
                .onConflict(VISITED_PAGE.PERSON_ID, VISITED_PAGE.ORGANISATION_ID, VISITED_PAGE.PATH)
                .doUpdate()
                .set(VISITED_PAGE.TITLE, page.title())
                .set(VISITED_PAGE.LANG, page.lang())
                .set(VISITED_PAGE.VISITED_AT, row.getVisitedAt())
                .execute();
        forgetOldest(actor);
    }

    private void forgetOldest(Actor actor) {
        var kept = last(actor, KEPT_MAX).stream().map(Visited::path).toList();
        database.deleteFrom(VISITED_PAGE)
                .where(
                        VISITED_PAGE.PERSON_ID.eq(actor.person().value()),
                        VISITED_PAGE.ORGANISATION_ID.eq(actor.organisation().value()),
                        VISITED_PAGE.PATH.notIn(kept.stream().map(DSL::val).toList()))
                .execute();
    }
}
