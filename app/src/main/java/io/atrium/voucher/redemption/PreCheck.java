// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.voucher.VoucherView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What would be paid back (兑付预审), bill by bill with the reason where it is nothing.
///
/// @param most what the voucher can still pay
/// @param department null while nobody keeps the policy
/// @param decideBy when the department would have to answer
public record PreCheck(
        VoucherView voucher, Fen most, @Nullable OrgId department, Instant decideBy, List<Checked> bills) {

    /// @param share what would be paid back of it; zero with an obstacle
    public record Checked(
            PaidBill bill, Fen share, @Nullable RedemptionRefusal obstacle) {}

    public List<Checked> payable() {
        return bills.stream().filter(bill -> bill.obstacle() == null).toList();
    }

    public List<Checked> notPayable() {
        return bills.stream().filter(bill -> bill.obstacle() != null).toList();
    }

    public Fen base() {
        return payable().stream().map(bill -> bill.bill().paid()).reduce(Fen.ZERO, Fen::plus);
    }

    public Fen sum() {
        return payable().stream().map(Checked::share).reduce(Fen.ZERO, Fen::plus);
    }
}
