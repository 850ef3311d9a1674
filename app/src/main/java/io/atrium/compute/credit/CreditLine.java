// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

import io.atrium.ledger.EntryView;

/// One line of a monthly bill (账单明细): an entry of the firm's own account.
///
/// @param name of the job or lease that it belongs to; else the reference, as the ledger keeps it
public record CreditLine(Kind kind, EntryView entry, String name) {

    /// Why what is owed changed.
    public enum Kind {
        JOB,
        LEASE,
        CORRECTION,
        REDEMPTION,
        PAYMENT,
        OTHER;

        static Kind of(String purpose) {
            if (CreditBooks.isPayment(purpose)) {
                return PAYMENT;
            }
            if (purpose.startsWith("VOUCHER_REDEMPTION")) {
                return REDEMPTION;
            }
            if (purpose.endsWith("_REVERSAL") || purpose.endsWith("_CORRECTION")) {
                return CORRECTION;
            }
            return switch (purpose) {
                case "JOB" -> JOB;
                case "LEASE" -> LEASE;
                default -> OTHER;
            };
        }
    }

    /// By how much the firm owes more; less where it is negative.
    public long owedFen() {
        return -entry.posted();
    }
}
