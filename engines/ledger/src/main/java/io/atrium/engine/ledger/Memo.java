// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.util.regex.Pattern;

/// Why a transfer exists (摘要). The engine keeps and compares it, and draws no conclusion from it.
///
/// @param code what it is for, such as `VOUCHER_GRANT`; capitals, digits and underscores
/// @param eventTime when it happened in the world, which may be long before it is booked; whole microseconds
/// @param reference the caller's key of the business document, such as a job id; may be empty
public record Memo(String code, Instant eventTime, String reference) {
    /// A code is a word for people and statistics, not a text.
    public static final int CODE_LENGTH_MAX = 40;
    /// Long enough for two ids and a separator; documents themselves belong elsewhere.
    public static final int REFERENCE_LENGTH_MAX = 120;

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0," + (CODE_LENGTH_MAX - 1) + "}");

    public Memo {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("malformed code: " + code);
        }
        if (reference.length() > REFERENCE_LENGTH_MAX) {
            throw new IllegalArgumentException("reference longer than " + REFERENCE_LENGTH_MAX + ": " + reference);
        }
        eventTime = eventTime.truncatedTo(MICROS); // what databases keep: a repeat must compare equal after a reload
    }
}
