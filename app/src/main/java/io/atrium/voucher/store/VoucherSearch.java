// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.store;

import static io.atrium.jooq.Tables.ORGANISATION;
import static io.atrium.jooq.Tables.VOUCHER;

import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.voucher.VoucherState;
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

/// Vouchers by firm and policy, by the day of issue or of the end of validity.
@Component
class VoucherSearch implements SearchSource {

    private final DSLContext database;

    VoucherSearch(DSLContext database) {
        this.database = database;
    }

    @Override
    public String titleKey() {
        return "voucher.list.title";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public SearchFound find(Actor actor, SearchWords words, int limit, Text t) {
        if (!actor.may(Permission.READ_VOUCHER)) {
            return SearchFound.NOTHING;
        }
        var all = DSL.count().over().as("total");
        var rows = database.select(VOUCHER.fields())
                .select(ORGANISATION.NAME_ZH, ORGANISATION.NAME_EN, all)
                .from(VOUCHER)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(VOUCHER.FIRM_ID))
                .where(
                        Scope.condition(actor.scope(Permission.READ_VOUCHER), VOUCHER.FIRM_ID),
                        words.in(ORGANISATION.NAME_ZH, ORGANISATION.NAME_EN, VOUCHER.POLICY_ID, VOUCHER.ID)
                                .or(words.on(VOUCHER.ISSUED_AT))
                                .or(words.onDay(VOUCHER.VALID_UNTIL)))
                .orderBy(VOUCHER.ID.desc())
                .limit(limit)
                .fetch();
        return rows.isEmpty()
                ? SearchFound.NOTHING
                : SearchFound.of(rows.map(row -> hit(row, t)), rows.getFirst().get(all));
    }

    @Override
    public @Nullable String jump(Actor actor, String id) {
        if (!id.startsWith("vch_")) {
            return null;
        }
        return database.select(VOUCHER.ID)
                .from(VOUCHER)
                .where(VOUCHER.ID.eq(id), Scope.condition(actor.scope(Permission.READ_VOUCHER), VOUCHER.FIRM_ID))
                .fetchOptional(row -> "/vouchers/" + row.value1())
                .orElse(null);
    }

    private static SearchHit hit(Record row, Text t) {
        var note = t.of(
                "voucher.search.note",
                row.get(t.lang() == Lang.EN ? ORGANISATION.NAME_EN : ORGANISATION.NAME_ZH),
                t.of("voucher.state", VoucherState.valueOf(row.get(VOUCHER.STATE))),
                row.get(VOUCHER.VALID_UNTIL));
        return new SearchHit(
                t.of("voucher.title", new Fen(row.get(VOUCHER.AMOUNT_FEN))), note, "/vouchers/" + row.get(VOUCHER.ID));
    }
}
