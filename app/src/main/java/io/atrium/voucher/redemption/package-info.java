// SPDX-License-Identifier: Apache-2.0
/// Redemption (先付后兑): a firm pays its bills itself and then has a share of them paid back out of its voucher. It
/// chooses paid bills, the department that keeps the policy decides, the ledger pays.
///
/// Start at [io.atrium.voucher.redemption.Redemptions]. Bills are evidence by themselves: they are never uploaded, and
/// count as they stand, corrections and all. Whoever writes bills contributes them ([PaidBills]), whoever keeps
/// policies says which department decides ([DecidingDepartments]).
@NamedInterface("redemption")
@NullMarked
package io.atrium.voucher.redemption;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
