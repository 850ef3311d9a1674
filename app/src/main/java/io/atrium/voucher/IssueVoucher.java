// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.ledger.AccountCode;
import java.time.LocalDate;

/// Issues a voucher for a grant: money moves from the policy's budget to the voucher. One voucher per grant.
///
/// @param by who caused it, for the audit trail; often a system actor
/// @param rate the share of the list price that the voucher pays
/// @param validUntil the last day, in business time
/// @param scope what it pays for: `compute`
public record IssueVoucher(
        RequestKey key,
        Actor by,
        String grant,
        OrgId firm,
        String policy,
        AccountCode budget,
        Fen amount,
        BasisPoints rate,
        PaymentMode mode,
        LocalDate validUntil,
        String scope) {}
