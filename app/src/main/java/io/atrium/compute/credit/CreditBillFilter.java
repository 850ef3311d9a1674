// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// Which monthly bills a list shows.
///
/// @param standing null means all
/// @param words in the firm's name or the bill's number; empty means all
public record CreditBillFilter(
        @Nullable Standing standing, @Nullable YearMonth month, String words) {

    public static final CreditBillFilter ALL = new CreditBillFilter(null, null, "");

    /// As [CreditBillState], with all that is not paid as one.
    public enum Standing {
        OPEN,
        OVERDUE,
        DEFAULTED,
        PAID
    }
}
