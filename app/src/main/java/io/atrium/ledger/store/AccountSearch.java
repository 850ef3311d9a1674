// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.store;

import static io.atrium.jooq.Tables.LEDGER_ACCOUNT_CARD;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.search.SearchFound;
import io.atrium.web.search.SearchHit;
import io.atrium.web.search.SearchSource;
import io.atrium.web.search.SearchWords;
import io.atrium.web.text.Text;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Accounts by their code and the day on which they were opened.
@Component
class AccountSearch implements SearchSource {

    private static final String ACCOUNTS = "/ledger/accounts/";

    private final DSLContext database;

    AccountSearch(DSLContext database) {
        this.database = database;
    }

    @Override
    public String titleKey() {
        return "ledger.search.accounts";
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public SearchFound find(Actor actor, SearchWords words, int limit, Text t) {
        if (!actor.may(Permission.READ_LEDGER)) {
            return SearchFound.NOTHING;
        }
        var all = DSL.count().over().as("total");
        var rows = database.select(LEDGER_ACCOUNT_CARD.CODE, LEDGER_ACCOUNT_CARD.OPENED_AT, all)
                .from(LEDGER_ACCOUNT_CARD)
                .where(visible(actor), words.in(LEDGER_ACCOUNT_CARD.CODE).or(words.on(LEDGER_ACCOUNT_CARD.OPENED_AT)))
                .orderBy(LEDGER_ACCOUNT_CARD.CODE)
                .limit(limit)
                .fetch();
        return rows.isEmpty()
                ? SearchFound.NOTHING
                : SearchFound.of(rows.map(row -> hit(row, t)), rows.getFirst().get(all));
    }

    @Override
    public @Nullable String jump(Actor actor, String id) {
        if (id.indexOf('/') < 0) {
            return null;
        }
        return database.select(LEDGER_ACCOUNT_CARD.CODE)
                .from(LEDGER_ACCOUNT_CARD)
                .where(visible(actor), LEDGER_ACCOUNT_CARD.CODE.eq(id))
                .fetchOptional(row -> ACCOUNTS + row.value1())
                .orElse(null);
    }

    private static Condition visible(Actor actor) {
        return Scope.condition(
                actor.scope(Permission.READ_LEDGER), LEDGER_ACCOUNT_CARD.OWNER_ID, LEDGER_ACCOUNT_CARD.SECOND_OWNER_ID);
    }

    private static SearchHit hit(Record row, Text t) {
        var code = row.get(LEDGER_ACCOUNT_CARD.CODE);
        var opened = t.of(
                "ledger.search.opened", row.get(LEDGER_ACCOUNT_CARD.OPENED_AT).toInstant());
        return new SearchHit(code, opened, ACCOUNTS + code);
    }
}
