// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger.audit;

import java.util.UUID;

/// An account exactly as it lies in the table.
///
/// @param name how a person finds it: its code, or its id when it has none
public record AccountRow(UUID id, String name, String asset, String rule, long creditLimit, Columns columns) {

    /// Both sides, each held and posted.
    public record Columns(long debitsPending, long debitsPosted, long creditsPending, long creditsPosted) {
        static final Columns NOTHING = new Columns(0, 0, 0, 0);

        Columns plus(Columns more) {
            return new Columns(
                    debitsPending + more.debitsPending,
                    debitsPosted + more.debitsPosted,
                    creditsPending + more.creditsPending,
                    creditsPosted + more.creditsPosted);
        }

        @Override
        public String toString() {
            return "debits %d posted, %d held; credits %d posted, %d held"
                    .formatted(debitsPosted, debitsPending, creditsPosted, creditsPending);
        }
    }

    boolean isWithinItsLimit() {
        return switch (rule) {
            case "NONE" -> true;
            case "DEBITS_WITHIN_CREDITS" ->
                columns.debitsPending() + columns.debitsPosted() - columns.creditsPosted() <= creditLimit;
            case "CREDITS_WITHIN_DEBITS" ->
                columns.creditsPending() + columns.creditsPosted() <= columns.debitsPosted();
            default -> false;
        };
    }
}
