// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import io.atrium.kernel.OrgId;
import io.atrium.ledger.AccountCode;
import java.util.List;
import java.util.Optional;

/// The bills of firms as they stand. Whoever writes bills contributes the one bean of this kind; what was only
/// simulated is no bill.
public interface PaidBills {

    /// A firm's bills, newest first.
    List<PaidBill> newest(OrgId firm, int limit);

    /// One of a firm's bills; nobody else corrects it until the caller's transaction ends.
    Optional<PaidBill> lock(OrgId firm, String bill);

    /// The account that a firm's bills are paid from, opened if need be.
    AccountCode paidFrom(OrgId firm);
}
