// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

/// Both sides of a transfer and its amount (分录): value leaves `debit` and reaches `credit`.
public record Entry(AccountId debit, AccountId credit, long amount) {

    Entry ofAmount(long other) {
        return new Entry(debit, credit, other);
    }

    boolean hasAccountsOf(Entry other) {
        return debit.equals(other.debit) && credit.equals(other.credit);
    }
}
