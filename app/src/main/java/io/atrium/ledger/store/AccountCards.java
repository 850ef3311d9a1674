// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.store;

import static io.atrium.jooq.Tables.LEDGER_ACCOUNT;
import static io.atrium.jooq.Tables.LEDGER_ACCOUNT_CARD;
import static org.jooq.impl.DSL.any;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.AccountView;
import io.atrium.ledger.Balances;
import io.atrium.ledger.OpenAccount;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Names and owners of accounts, and the accounts as their owners see them.
@Component
public class AccountCards {
    private final DSLContext database;

    AccountCards(DSLContext database) {
        this.database = database;
    }

    public void insertUnlessPresent(OpenAccount account, Instant openedAt) {
        database.insertInto(LEDGER_ACCOUNT_CARD)
                .set(LEDGER_ACCOUNT_CARD.ACCOUNT_ID, account.code().id().value())
                .set(LEDGER_ACCOUNT_CARD.CODE, account.code().value())
                .set(LEDGER_ACCOUNT_CARD.OWNER_ID, idOf(account.owner()))
                .set(LEDGER_ACCOUNT_CARD.SECOND_OWNER_ID, idOf(account.secondOwner()))
                .set(LEDGER_ACCOUNT_CARD.OPENED_AT, openedAt.atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
    }

    public Optional<AccountView> find(Scope scope, AccountCode code) {
        return select().where(LEDGER_ACCOUNT_CARD.CODE.eq(code.value()), mayBeSeen(scope))
                .fetchOptional(AccountCards::view);
    }

    /// Balances of those that are open, read with one statement.
    public Map<AccountCode, Balances> balances(Collection<AccountCode> codes) {
        return select()
                .where(LEDGER_ACCOUNT_CARD.CODE.eq(
                        any(codes.stream().map(AccountCode::value).toArray(String[]::new))))
                .fetch(AccountCards::view)
                .stream()
                .collect(Collectors.toMap(AccountView::code, AccountView::balances));
    }

    public List<AccountView> list(Scope scope, String codeContains, long offset, int limit) {
        return select().where(matches(scope, codeContains))
                .orderBy(LEDGER_ACCOUNT_CARD.CODE)
                .offset(offset)
                .limit(limit)
                .fetch(AccountCards::view);
    }

    public int count(Scope scope, String codeContains) {
        return database.fetchCount(LEDGER_ACCOUNT_CARD, matches(scope, codeContains));
    }

    private SelectOnConditionStep<Record> select() {
        return database.select()
                .from(LEDGER_ACCOUNT_CARD)
                .join(LEDGER_ACCOUNT)
                .on(LEDGER_ACCOUNT.ID.eq(LEDGER_ACCOUNT_CARD.ACCOUNT_ID));
    }

    private static Condition matches(Scope scope, String codeContains) {
        return mayBeSeen(scope).and(LEDGER_ACCOUNT_CARD.CODE.contains(codeContains));
    }

    private static Condition mayBeSeen(Scope scope) {
        return Scope.condition(scope, LEDGER_ACCOUNT_CARD.OWNER_ID, LEDGER_ACCOUNT_CARD.SECOND_OWNER_ID);
    }

    private static AccountView view(Record row) {
        var card = row.into(LEDGER_ACCOUNT_CARD);
        var account = Rows.account(row.into(LEDGER_ACCOUNT));
        return new AccountView(
                new AccountCode(card.getCode()),
                account.rule().limit(),
                account.closed(),
                Balances.of(account),
                card.getOpenedAt().toInstant());
    }

    private static @Nullable String idOf(@Nullable OrgId organisation) {
        return organisation == null ? null : organisation.value();
    }
}
