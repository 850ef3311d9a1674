// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import static io.atrium.voucher.VoucherRefusal.VOUCHER_ALREADY_ISSUED;
import static io.atrium.voucher.VoucherRefusal.VOUCHER_AMOUNT_NOT_POSITIVE;
import static io.atrium.voucher.VoucherRefusal.VOUCHER_RATE_ZERO;
import static io.atrium.voucher.VoucherRefusal.VOUCHER_VALIDITY_IN_PAST;

import io.atrium.voucher.IssueOutcome.Refused;
import io.atrium.voucher.domain.Voucher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// Whether a voucher may be issued, before the budget is asked; in the order of [VoucherRefusal].
final class IssueRules {

    private IssueRules() {}

    static Optional<Refused> check(IssueVoucher command, LocalDate today, boolean hasGrantAVoucher) {
        if (!command.amount().isPositive()) {
            return refused(
                    VOUCHER_AMOUNT_NOT_POSITIVE, "amount", command.amount().toString());
        }
        if (command.rate().value() == 0) {
            return refused(VOUCHER_RATE_ZERO, "rate", 0);
        }
        if (command.validUntil().isBefore(today)) {
            return refused(
                    VOUCHER_VALIDITY_IN_PAST,
                    "valid_until",
                    command.validUntil().toString());
        }
        return hasGrantAVoucher ? refused(VOUCHER_ALREADY_ISSUED, "grant", command.grant()) : Optional.empty();
    }

    static Voucher voucher(IssueVoucher command, VoucherId id, Instant now) {
        return new Voucher(
                id,
                command.firm(),
                command.policy(),
                command.grant(),
                command.scope(),
                command.mode(),
                command.rate(),
                command.amount(),
                command.budget(),
                command.validUntil(),
                now,
                VoucherState.ACTIVE);
    }

    private static Optional<Refused> refused(VoucherRefusal code, String fact, Object value) {
        return Optional.of(new Refused(code, Map.of(fact, value)));
    }
}
