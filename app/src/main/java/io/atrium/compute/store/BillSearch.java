// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.store;

import static io.atrium.jooq.Tables.BILL_NOW;
import static io.atrium.jooq.Tables.ORGANISATION;

import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.search.SearchFound;
import io.atrium.web.search.SearchHit;
import io.atrium.web.search.SearchSource;
import io.atrium.web.search.SearchWords;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Bills by job, firm and the day of issue.
@Component
class BillSearch implements SearchSource {

    private final DSLContext database;

    BillSearch(DSLContext database) {
        this.database = database;
    }

    @Override
    public String titleKey() {
        return "compute.search.bills";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public SearchFound find(Actor actor, SearchWords words, int limit, Text t) {
        if (!actor.may(Permission.READ_BILL)) {
            return SearchFound.NOTHING;
        }
        var all = DSL.count().over().as("total");
        var rows = database.select(
                        BILL_NOW.ID,
                        BILL_NOW.LIST_FEN,
                        BILL_NOW.ISSUED_AT,
                        BILL_NOW.NAME,
                        ORGANISATION.NAME_ZH,
                        ORGANISATION.NAME_EN,
                        all)
                .from(BILL_NOW)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(BILL_NOW.FIRM_ID))
                .where(
                        BillStore.ofFirm(actor.scope(Permission.READ_BILL)),
                        words.in(
                                        BILL_NOW.NAME,
                                        BILL_NOW.ID,
                                        BILL_NOW.JOB_ID,
                                        BILL_NOW.LEASE_ID,
                                        ORGANISATION.NAME_ZH,
                                        ORGANISATION.NAME_EN)
                                .or(words.on(BILL_NOW.ISSUED_AT)))
                .orderBy(BILL_NOW.ID.desc())
                .limit(limit)
                .fetch();
        return rows.isEmpty()
                ? SearchFound.NOTHING
                : SearchFound.of(rows.map(row -> hit(row, t)), rows.getFirst().get(all));
    }

    @Override
    public @Nullable String jump(Actor actor, String id) {
        if (!id.startsWith("bil_")) {
            return null;
        }
        return database.select(BILL_NOW.ID)
                .from(BILL_NOW)
                .where(BILL_NOW.ID.eq(id), BillStore.ofFirm(actor.scope(Permission.READ_BILL)))
                .fetchOptional(row -> "/bills/" + row.value1())
                .orElse(null);
    }

    private static SearchHit hit(Record row, Text t) {
        var title = t.of("compute.search.bill", row.get(BILL_NOW.NAME), new Fen(row.get(BILL_NOW.LIST_FEN)));
        var note = row.get(t.lang() == Lang.EN ? ORGANISATION.NAME_EN : ORGANISATION.NAME_ZH) + " · "
                + t.dateTime(row.get(BILL_NOW.ISSUED_AT).toInstant());
        return new SearchHit(title, note, "/bills/" + row.get(BILL_NOW.ID));
    }
}
