// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.voucher.VoucherWarning.Kind;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CMP-10")
class VoucherWarningTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static VoucherView voucher(long available, LocalDate until, VoucherState state) {
        return voucher(PaymentMode.DEDUCT_AT_SETTLEMENT, available, until, state);
    }

    private static VoucherView voucher(PaymentMode mode, long available, LocalDate until, VoucherState state) {
        return new VoucherView(
                new VoucherId("vch_1"),
                new OrgId("org_1"),
                "p",
                "g",
                "compute",
                mode,
                new BasisPoints(5_000),
                new Fen(1_000),
                Fen.ZERO,
                Fen.ZERO,
                new Fen(available),
                until,
                Instant.EPOCH,
                state);
    }

    @Test
    void namesTheDaysLeftFromThirtyDaysOn() {
        assertThat(VoucherWarning.of(voucher(500, TODAY.plusDays(31), VoucherState.ACTIVE), TODAY))
                .isEmpty();
        assertThat(VoucherWarning.of(voucher(500, TODAY.plusDays(30), VoucherState.ACTIVE), TODAY))
                .contains(new VoucherWarning(Kind.ENDS_SOON, 30));
        assertThat(VoucherWarning.of(voucher(500, TODAY, VoucherState.ACTIVE), TODAY))
                .contains(new VoucherWarning(Kind.ENDS_SOON, 0));
    }

    @Test
    void endingComesBeforeRunningLow() {
        assertThat(VoucherWarning.of(voucher(99, TODAY.plusDays(90), VoucherState.ACTIVE), TODAY))
                .contains(new VoucherWarning(Kind.RUNS_LOW, 90));
        assertThat(VoucherWarning.of(voucher(100, TODAY.plusDays(90), VoucherState.ACTIVE), TODAY))
                .isEmpty();
        assertThat(VoucherWarning.of(voucher(99, TODAY.plusDays(9), VoucherState.ACTIVE), TODAY))
                .contains(new VoucherWarning(Kind.ENDS_SOON, 9));
    }

    @Test
    void whatIsRedeemedLaterLeavesNoJobUnpaidWhenItRunsLow() {
        assertThat(VoucherWarning.of(
                        voucher(PaymentMode.PAY_THEN_REDEEM, 99, TODAY.plusDays(90), VoucherState.ACTIVE), TODAY))
                .isEmpty();
        assertThat(VoucherWarning.of(
                        voucher(PaymentMode.PAY_THEN_REDEEM, 99, TODAY.plusDays(9), VoucherState.ACTIVE), TODAY))
                .contains(new VoucherWarning(Kind.ENDS_SOON, 9));
    }

    @Test
    void isSilentWhenNothingCanBeLost() {
        assertThat(VoucherWarning.of(voucher(0, TODAY.plusDays(3), VoucherState.ACTIVE), TODAY))
                .isEmpty();
        assertThat(VoucherWarning.of(voucher(500, TODAY.plusDays(3), VoucherState.EXPIRED), TODAY))
                .isEmpty();
        assertThat(VoucherWarning.of(voucher(500, TODAY.minusDays(1), VoucherState.ACTIVE), TODAY))
                .isEmpty();
    }
}
