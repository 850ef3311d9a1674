// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.ledger.AccountCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Sets the voucher's part of a job's price aside when the job is submitted.
///
/// @param listPrice the most that the job can cost
/// @param receivable the provider's account, which the part is promised to
/// @param expiry when the hold frees itself, in business time; null if only [SettleJob] ends it
/// @param withVoucher false where no voucher may pay, as for a contract between related parties
public record HoldForJob(
        RequestKey key,
        OrgId firm,
        String jobId,
        Fen listPrice,
        AccountCode receivable,
        @Nullable Instant expiry,
        boolean withVoucher) {

    /// Any voucher that can pay.
    public HoldForJob(
            RequestKey key, OrgId firm, String jobId, Fen listPrice, AccountCode receivable, @Nullable Instant expiry) {
        this(key, firm, jobId, listPrice, receivable, expiry, true);
    }
}
