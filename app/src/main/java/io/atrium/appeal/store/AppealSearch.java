// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.store;

import static io.atrium.jooq.Tables.APPEAL;

import io.atrium.appeal.AppealState;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.search.SearchFound;
import io.atrium.web.search.SearchHit;
import io.atrium.web.search.SearchSource;
import io.atrium.web.search.SearchWords;
import io.atrium.web.text.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Appeals by number, title, words, or the day they were raised.
@Component
class AppealSearch implements SearchSource {

    private final DSLContext database;

    AppealSearch(DSLContext database) {
        this.database = database;
    }

    @Override
    public String titleKey() {
        return "appeal.list.title";
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public SearchFound find(Actor actor, SearchWords words, int limit, Text t) {
        if (!actor.may(Permission.READ_APPEAL)) {
            return SearchFound.NOTHING;
        }
        var all = DSL.count().over().as("total");
        var rows = database.select(APPEAL.ID, APPEAL.NUMBER, APPEAL.TITLE, APPEAL.STATE, APPEAL.RAISED_AT, all)
                .from(APPEAL)
                .where(
                        AppealSight.of(actor),
                        words.in(APPEAL.NUMBER, APPEAL.TITLE, APPEAL.WORDS).or(words.on(APPEAL.RAISED_AT)))
                .orderBy(APPEAL.ID.desc())
                .limit(limit)
                .fetch();
        return rows.isEmpty()
                ? SearchFound.NOTHING
                : SearchFound.of(rows.map(row -> hit(row, t)), rows.getFirst().get(all));
    }

    @Override
    public @Nullable String jump(Actor actor, String id) {
        return database.select(APPEAL.ID)
                .from(APPEAL)
                .where(AppealSight.of(actor), APPEAL.ID.eq(id).or(APPEAL.NUMBER.equalIgnoreCase(id)))
                .fetchOptional(row -> "/appeals/" + row.value1())
                .orElse(null);
    }

    private static SearchHit hit(Record row, Text t) {
        var note = t.of(
                "appeal.search.note",
                row.get(APPEAL.NUMBER),
                t.of("appeal.state", AppealState.valueOf(row.get(APPEAL.STATE))),
                t.dateTimeShort(row.get(APPEAL.RAISED_AT).toInstant()));
        return new SearchHit(row.get(APPEAL.TITLE), note, "/appeals/" + row.get(APPEAL.ID));
    }
}
