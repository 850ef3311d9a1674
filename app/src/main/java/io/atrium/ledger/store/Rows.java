// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.store;

import io.atrium.engine.ledger.Account;
import io.atrium.engine.ledger.AccountId;
import io.atrium.engine.ledger.AccountRule;
import io.atrium.engine.ledger.Asset;
import io.atrium.engine.ledger.Balances;
import io.atrium.engine.ledger.Booking;
import io.atrium.engine.ledger.Entry;
import io.atrium.engine.ledger.Memo;
import io.atrium.engine.ledger.Movement;
import io.atrium.engine.ledger.Transfer;
import io.atrium.engine.ledger.TransferId;
import io.atrium.jooq.tables.records.LedgerAccountRecord;
import io.atrium.jooq.tables.records.LedgerTransferRecord;

/// Rows of the database as the engine's values.
final class Rows {

    private Rows() {}

    static Account account(LedgerAccountRecord row) {
        return new Account(
                new AccountId(row.getId()),
                Asset.valueOf(row.getAsset()),
                new AccountRule(AccountRule.Limit.valueOf(row.getRule()), row.getCreditLimit()),
                row.getClosed(),
                new Balances(
                        row.getDebitsPending(),
                        row.getDebitsPosted(),
                        row.getCreditsPending(),
                        row.getCreditsPosted()));
    }

    static Booking booking(LedgerTransferRecord row) {
        var entry = new Entry(new AccountId(row.getDebitId()), new AccountId(row.getCreditId()), row.getAmount());
        var memo = new Memo(row.getPurpose(), row.getEventAt().toInstant(), row.getReference());
        var transfer = new Transfer(new TransferId(row.getId()), movement(row, entry), false, memo);
        return new Booking(transfer, entry, row.getBookedAt().toInstant());
    }

    private static Movement movement(LedgerTransferRecord row, Entry entry) {
        return switch (Movement.Kind.valueOf(row.getKind())) {
            case POST -> new Movement.Post(entry);
            case HOLD ->
                new Movement.Hold(
                        entry,
                        row.getExpiresAt() == null ? null : row.getExpiresAt().toInstant());
            case CAPTURE -> new Movement.Capture(new TransferId(row.getHoldId()), entry.amount());
            case RELEASE -> new Movement.Release(new TransferId(row.getHoldId()));
        };
    }
}
