// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.domain;

import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.ledger.AccountCode;
import io.atrium.voucher.PaymentMode;
import io.atrium.voucher.VoucherId;
import io.atrium.voucher.VoucherState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/// The terms of a voucher. What it is worth now is the ledger's to say.
public record Voucher(
        VoucherId id,
        OrgId firm,
        String policy,
        String grant,
        String scope,
        PaymentMode mode,
        BasisPoints rate,
        Fen amount,
        AccountCode budget,
        LocalDate validUntil,
        Instant issuedAt,
        VoucherState state) {

    /// What is lost first is used first; then the oldest; then the id, so that there is only one answer.
    public static final Comparator<Voucher> ORDER_OF_USE = Comparator.comparing(Voucher::validUntil)
            .thenComparing(Voucher::issuedAt)
            .thenComparing(voucher -> voucher.id().value());

    /// Valid on its last day, not on the day after.
    public boolean paysJobsOn(LocalDate day) {
        return state == VoucherState.ACTIVE && mode.paysJobs() && !day.isAfter(validUntil);
    }

    public boolean hasEndedBy(LocalDate day) {
        return state.allows(VoucherState.Change.VALIDITY_ENDED) && day.isAfter(validUntil);
    }

    public Voucher changed(VoucherState.Change change) {
        return new Voucher(
                id, firm, policy, grant, scope, mode, rate, amount, budget, validUntil, issuedAt, state.after(change));
    }
}
