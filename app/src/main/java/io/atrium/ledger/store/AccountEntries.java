// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.store;

import static io.atrium.jooq.Tables.LEDGER_ACCOUNT_CARD;
import static io.atrium.jooq.Tables.LEDGER_TRANSFER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.atrium.engine.ledger.Movement.Kind;
import io.atrium.jooq.tables.LedgerTransfer;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.EntryView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// Lines of one account. Holds are lines too: they change what is held, not the balance.
@Component
public class AccountEntries {
    private static final LedgerTransfer HOLD = LEDGER_TRANSFER.as("hold");
    private static final Condition IS_POSTED = LEDGER_TRANSFER.KIND.in(Kind.POST.name(), Kind.CAPTURE.name());

    private final DSLContext database;

    AccountEntries(DSLContext database) {
        this.database = database;
    }

    /// The newest lines before a position, newest first, each with the balance that it led to.
    public List<EntryView> before(AccountCode code, long position, int limit) {
        var account = code.id().value();
        var rows = database.select(LEDGER_TRANSFER.asterisk(), HOLD.AMOUNT.as("held_amount"), LEDGER_ACCOUNT_CARD.CODE)
                .from(LEDGER_TRANSFER)
                .leftJoin(HOLD)
                .on(HOLD.ID.eq(LEDGER_TRANSFER.HOLD_ID))
                .join(LEDGER_ACCOUNT_CARD)
                .on(LEDGER_ACCOUNT_CARD.ACCOUNT_ID.eq(
                        when(LEDGER_TRANSFER.DEBIT_ID.eq(account), LEDGER_TRANSFER.CREDIT_ID)
                                .otherwise(LEDGER_TRANSFER.DEBIT_ID)))
                .where(touches(account), LEDGER_TRANSFER.POSITION.lt(position))
                .orderBy(LEDGER_TRANSFER.POSITION.desc())
                .limit(limit)
                .fetch();
        long balance = balanceBefore(account, position);
        var lines = new ArrayList<EntryView>(rows.size());
        for (var row : rows) {
            var line = line(row, account, balance);
            lines.add(line);
            balance -= line.posted();
        }
        return lines;
    }

    /// The oldest lines after a position that changed the balance, each with the balance that it led to.
    public List<EntryView> movedAfter(AccountCode code, long position, int limit) {
        var account = code.id().value();
        var rows = database.select(LEDGER_TRANSFER.asterisk(), HOLD.AMOUNT.as("held_amount"), LEDGER_ACCOUNT_CARD.CODE)
                .from(LEDGER_TRANSFER)
                .leftJoin(HOLD)
                .on(HOLD.ID.eq(LEDGER_TRANSFER.HOLD_ID))
                .join(LEDGER_ACCOUNT_CARD)
                .on(LEDGER_ACCOUNT_CARD.ACCOUNT_ID.eq(
                        when(LEDGER_TRANSFER.DEBIT_ID.eq(account), LEDGER_TRANSFER.CREDIT_ID)
                                .otherwise(LEDGER_TRANSFER.DEBIT_ID)))
                .where(touches(account), LEDGER_TRANSFER.POSITION.gt(position))
                .and(IS_POSTED)
                .orderBy(LEDGER_TRANSFER.POSITION)
                .limit(limit)
                .fetch();
        long balance = rows.isEmpty() ? 0 : balanceBefore(account, position + 1);
        var lines = new ArrayList<EntryView>(rows.size());
        for (var row : rows) {
            var line = line(row, account, 0);
            balance += line.posted();
            lines.add(line(row, account, balance));
        }
        return lines;
    }

    private long balanceBefore(UUID account, long position) {
        Field<Long> signed = when(LEDGER_TRANSFER.CREDIT_ID.eq(account), LEDGER_TRANSFER.AMOUNT)
                .otherwise(LEDGER_TRANSFER.AMOUNT.neg());
        return database.select(coalesce(sum(signed), val(BigDecimal.ZERO)))
                .from(LEDGER_TRANSFER)
                .where(touches(account), LEDGER_TRANSFER.POSITION.lt(position))
                .and(IS_POSTED)
                .fetchSingle()
                .value1()
                .longValueExact();
    }

    private static Condition touches(UUID account) {
        return LEDGER_TRANSFER.DEBIT_ID.eq(account).or(LEDGER_TRANSFER.CREDIT_ID.eq(account));
    }

    static EntryView line(Record row, UUID account, long balance) {
        var transfer = row.into(LEDGER_TRANSFER);
        var kind = Kind.valueOf(transfer.getKind());
        boolean isDebit = transfer.getDebitId().equals(account);
        boolean isPosted = kind == Kind.POST || kind == Kind.CAPTURE;
        long posted = isPosted ? transfer.getAmount() : 0;
        var heldAmount = row.get("held_amount", Long.class);
        long held = kind == Kind.HOLD ? transfer.getAmount() : heldAmount == null ? 0 : -heldAmount;
        return new EntryView(
                transfer.getPosition(),
                transfer.getId(),
                kind,
                new AccountCode(row.get(LEDGER_ACCOUNT_CARD.CODE)),
                isDebit ? -posted : posted,
                isDebit ? held : 0,
                balance,
                transfer.getPurpose(),
                transfer.getReference(),
                transfer.getEventAt().toInstant(),
                transfer.getBookedAt().toInstant());
    }
}
