// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.kernel.BasisPoints;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What a firm should hear of a voucher before it is too late (算力券预警). Ending comes before running low: what ends is
/// lost, what is used up was used.
///
/// @param daysLeft calendar days after today on which the voucher still pays
public record VoucherWarning(Kind kind, int daysLeft) {

    /// Long enough to plan work for what is left.
    public static final int ENDS_WITHIN_DAYS = 30;

    private static final BasisPoints LOW = new BasisPoints(1_000);

    public enum Kind {
        ENDS_SOON,
        RUNS_LOW
    }

    public static Optional<VoucherWarning> of(VoucherView voucher, LocalDate today) {
        if (voucher.state() != VoucherState.ACTIVE || !voucher.available().isPositive()) {
            return Optional.empty();
        }
        var daysLeft = (int) ChronoUnit.DAYS.between(today, voucher.validUntil());
        if (daysLeft < 0) {
            return Optional.empty(); // over; the timer ends it within the minute
        }
        if (daysLeft <= ENDS_WITHIN_DAYS) {
            return Optional.of(new VoucherWarning(Kind.ENDS_SOON, daysLeft));
        }
        boolean isLow = voucher.available().compareTo(voucher.amount().share(LOW)) < 0;
        return isLow && voucher.mode().paysJobs()
                ? Optional.of(new VoucherWarning(Kind.RUNS_LOW, daysLeft))
                : Optional.empty();
    }
}
