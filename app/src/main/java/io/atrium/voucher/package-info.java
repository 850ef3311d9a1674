// SPDX-License-Identifier: Apache-2.0

/// Compute vouchers (算力券): issued from a policy's budget, held for a job, settled by what the job used, expired;
/// or, where the policy says so, redeemed against bills that the firm paid itself ([io.atrium.voucher.redemption]).
///
/// Start at [io.atrium.voucher.Vouchers]. What a voucher is worth stands in the ledger and nowhere else; this module
/// keeps its terms (rate, mode, validity) and which job uses it.
///
/// It does not decide who gets a voucher (policy does), sets no price (compute does), and never touches the firm's own
/// part: it says how large that part is.
@ApplicationModule(
        displayName = "Voucher",
        allowedDependencies = {"kernel", "web", "identity", "ledger", "notice"})
@NullMarked
package io.atrium.voucher;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
