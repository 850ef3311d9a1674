// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.statement;

import io.atrium.ledger.EntryView;

/// What a line of a statement is (对账单行类别), in the order in which a statement sums them.
public enum LineKind {
    GRANT,
    HOLD,
    SETTLEMENT,
    RELEASE,
    EXPIRY,
    /// What a corrected bill took back and booked anew.
    CORRECTION,
    /// What the firm paid of a monthly bill.
    PAYMENT,
    OTHER;

    static LineKind of(EntryView entry) {
        return switch (entry.kind()) {
            case HOLD -> HOLD;
            case CAPTURE -> SETTLEMENT;
            case RELEASE -> RELEASE;
            case POST -> posted(entry);
        };
    }

    private static LineKind posted(EntryView entry) {
        if (entry.purpose().endsWith("_EXPIRY")) {
            return EXPIRY;
        }
        if (entry.purpose().endsWith("_REVERSAL") || entry.purpose().endsWith("_CORRECTION")) {
            return CORRECTION;
        }
        if (entry.purpose().startsWith("CREDIT_PAYMENT")) {
            return PAYMENT;
        }
        return entry.posted() > 0 ? GRANT : OTHER;
    }
}
