// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import static java.lang.Math.addExact;

/// The four columns of an account. None is ever negative, and pending plus posted fits a `long` on each side.
public record Balances(long debitsPending, long debitsPosted, long creditsPending, long creditsPosted) {

    /// Where every account begins.
    public static final Balances ZERO = new Balances(0, 0, 0, 0);

    public Balances {
        if ((debitsPending | debitsPosted | creditsPending | creditsPosted) < 0) {
            throw new IllegalArgumentException("negative column: %d %d %d %d"
                    .formatted(debitsPending, debitsPosted, creditsPending, creditsPosted));
        }
        addExact(debitsPending, debitsPosted);
        addExact(creditsPending, creditsPosted);
    }

    /// Debits, held ones included.
    public long debits() {
        return debitsPending + debitsPosted;
    }

    /// Credits, promised ones included.
    public long credits() {
        return creditsPending + creditsPosted;
    }

    /// Credits less debits, posted only: the balance (余额) of an account that is owed to its owner.
    public long posted() {
        return creditsPosted - debitsPosted;
    }

    /// The posted balance less what is held (可用余额). A credit line comes on top.
    public long available() {
        return posted() - debitsPending;
    }

    boolean hasRoomToDebit(long amount) {
        return amount <= Long.MAX_VALUE - debits();
    }

    boolean hasRoomToCredit(long amount) {
        return amount <= Long.MAX_VALUE - credits();
    }

    Balances debited(Change change) {
        return new Balances(
                addExact(debitsPending, change.pending()),
                addExact(debitsPosted, change.posted()),
                creditsPending,
                creditsPosted);
    }

    Balances credited(Change change) {
        return new Balances(
                debitsPending,
                debitsPosted,
                addExact(creditsPending, change.pending()),
                addExact(creditsPosted, change.posted()));
    }

    /// What one movement does to both of its accounts, each on its own side.
    record Change(long pending, long posted) {

        /// The change that a movement makes; `held` is the amount of the hold that it settles, else 0.
        static Change of(Movement.Kind kind, long amount, long held) {
            return switch (kind) {
                case POST -> new Change(0, amount);
                case HOLD -> new Change(amount, 0);
                case CAPTURE -> new Change(-held, amount);
                case RELEASE -> new Change(-held, 0);
            };
        }
    }
}
