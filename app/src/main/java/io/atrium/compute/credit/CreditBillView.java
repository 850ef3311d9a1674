// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/// A monthly bill (月结账单) of what was used on the credit line, as it stands now.
///
/// @param sums what was owed before and after, and why it changed
/// @param amount what is to be paid: what was used, less what was carried over in the firm's favour
/// @param received paid for this bill so far
/// @param isLineReduced the firm's line is reduced now, because of this bill or another
public record CreditBillView(
        CreditBillId id,
        OrgId firm,
        YearMonth month,
        Instant issuedAt,
        LocalDate dueOn,
        Stretch stretch,
        Sums sums,
        Fen amount,
        Fen received,
        boolean isLineReduced) {

    /// From the entry after one position of the ledger through another.
    public record Stretch(long after, long through) {}

    /// What the firm owed (期初、期间、期末); a negative amount is in its favour.
    ///
    /// @param used jobs, leases, corrections, and what vouchers gave back
    /// @param paid payments that were booked in the stretch, for whichever bill
    /// @param carried in the firm's favour from earlier bills
    public record Sums(Fen opening, Fen used, Fen paid, Fen carried) {

        public Fen closing() {
            return opening.plus(used).minus(paid);
        }

        public Fen amount() {
            var owed = used.minus(carried);
            return owed.isNegative() ? Fen.ZERO : owed;
        }

        /// What the next bill starts with in the firm's favour.
        public Fen carriedOn() {
            var favour = carried.minus(used);
            return favour.isNegative() ? Fen.ZERO : favour;
        }
    }

    public Fen left() {
        return amount.minus(received);
    }
}
