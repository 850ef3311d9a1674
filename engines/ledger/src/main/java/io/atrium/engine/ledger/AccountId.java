// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import java.util.Comparator;
import java.util.UUID;

/// Identity of an account. The natural order is the one in which stores lock accounts.
public record AccountId(UUID value) implements Comparable<AccountId> {
    // Unsigned, as PostgreSQL orders uuid; UUID.compareTo is signed and would lock in another order than the database.
    private static final Comparator<AccountId> UNSIGNED = Comparator.<AccountId>comparingLong(
                    id -> id.value.getMostSignificantBits() + Long.MIN_VALUE)
            .thenComparingLong(id -> id.value.getLeastSignificantBits() + Long.MIN_VALUE);

    @Override
    public int compareTo(AccountId other) {
        return UNSIGNED.compare(this, other);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
