// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.store;

import static io.atrium.jooq.Tables.LEDGER_ACCOUNT_CARD;
import static io.atrium.jooq.Tables.LEDGER_TRANSFER;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.atrium.engine.ledger.Movement.Kind;
import io.atrium.jooq.tables.LedgerTransfer;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.Between;
import io.atrium.ledger.PeriodView;
import io.atrium.ledger.Standing;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// Lines of several accounts in a period, and what stood in them at its ends.
@Component
public class PeriodRows {
    private static final LedgerTransfer HOLD = LEDGER_TRANSFER.as("hold");
    private static final Condition IS_POSTED = LEDGER_TRANSFER.KIND.in(Kind.POST.name(), Kind.CAPTURE.name());

    private final DSLContext database;

    PeriodRows(DSLContext database) {
        this.database = database;
    }

    public PeriodView read(Collection<AccountCode> accounts, Between period, int linesMax) {
        var byId = accounts.stream().collect(Collectors.toMap(code -> code.id().value(), code -> code));
        return new PeriodView(
                standings(byId, period.from()), lines(byId, period, linesMax), standings(byId, period.until()));
    }

    /// What all transfers that were booked before an instant add up to.
    private Map<AccountCode, Standing> standings(Map<UUID, AccountCode> accounts, Instant before) {
        var standings = new HashMap<AccountCode, Standing>();
        accounts.values().forEach(code -> standings.put(code, Standing.NOTHING));
        var paid = sum(when(IS_POSTED, LEDGER_TRANSFER.AMOUNT).otherwise(0L));
        var held = sum(when(LEDGER_TRANSFER.KIND.eq(Kind.HOLD.name()), LEDGER_TRANSFER.AMOUNT)
                .when(HOLD.AMOUNT.isNotNull(), HOLD.AMOUNT.neg())
                .otherwise(0L));
        database.select(LEDGER_TRANSFER.DEBIT_ID, paid, held)
                .from(LEDGER_TRANSFER)
                .leftJoin(HOLD)
                .on(HOLD.ID.eq(LEDGER_TRANSFER.HOLD_ID))
                .where(LEDGER_TRANSFER.DEBIT_ID.in(accounts.keySet()), LEDGER_TRANSFER.BOOKED_AT.lt(at(before)))
                .groupBy(LEDGER_TRANSFER.DEBIT_ID)
                .forEach(row -> standings.merge(
                        code(accounts, row.value1()),
                        new Standing(
                                -row.value2().longValueExact(), row.value3().longValueExact()),
                        Standing::plus));
        database.select(LEDGER_TRANSFER.CREDIT_ID, paid)
                .from(LEDGER_TRANSFER)
                .where(LEDGER_TRANSFER.CREDIT_ID.in(accounts.keySet()), LEDGER_TRANSFER.BOOKED_AT.lt(at(before)))
                .groupBy(LEDGER_TRANSFER.CREDIT_ID)
                .forEach(row -> standings.merge(
                        code(accounts, row.value1()), new Standing(row.value2().longValueExact(), 0), Standing::plus));
        return standings;
    }

    /// Oldest first; a hold is no line of the account that it promises something to.
    private List<PeriodView.Line> lines(Map<UUID, AccountCode> accounts, Between period, int linesMax) {
        return Stream.of(LEDGER_TRANSFER.DEBIT_ID, LEDGER_TRANSFER.CREDIT_ID)
                .flatMap(side -> side(accounts, side, period, linesMax).stream())
                .sorted((one, other) ->
                        Long.compare(one.entry().position(), other.entry().position()))
                .limit(linesMax)
                .toList();
    }

    private List<PeriodView.Line> side(
            Map<UUID, AccountCode> accounts, Field<UUID> side, Between period, int linesMax) {
        boolean isDebit = side.equals(LEDGER_TRANSFER.DEBIT_ID);
        var other = isDebit ? LEDGER_TRANSFER.CREDIT_ID : LEDGER_TRANSFER.DEBIT_ID;
        return database.select(LEDGER_TRANSFER.asterisk(), HOLD.AMOUNT.as("held_amount"), LEDGER_ACCOUNT_CARD.CODE)
                .from(LEDGER_TRANSFER)
                .leftJoin(HOLD)
                .on(HOLD.ID.eq(LEDGER_TRANSFER.HOLD_ID))
                .join(LEDGER_ACCOUNT_CARD)
                .on(LEDGER_ACCOUNT_CARD.ACCOUNT_ID.eq(other))
                .where(side.in(accounts.keySet()), isDebit ? inline(true).eq(true) : IS_POSTED)
                .and(LEDGER_TRANSFER.BOOKED_AT.ge(at(period.from())))
                .and(LEDGER_TRANSFER.BOOKED_AT.lt(at(period.until())))
                .orderBy(LEDGER_TRANSFER.POSITION)
                .limit(linesMax)
                .fetch(row -> line(accounts, row, isDebit));
    }

    private static PeriodView.Line line(Map<UUID, AccountCode> accounts, Record row, boolean isDebit) {
        var transfer = row.into(LEDGER_TRANSFER);
        var account = code(accounts, isDebit ? transfer.getDebitId() : transfer.getCreditId());
        return new PeriodView.Line(
                account, AccountEntries.line(row, account.id().value(), 0));
    }

    private static AccountCode code(Map<UUID, AccountCode> accounts, UUID id) {
        var code = accounts.get(id);
        if (code == null) {
            throw new IllegalStateException("not asked for: " + id);
        }
        return code;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
