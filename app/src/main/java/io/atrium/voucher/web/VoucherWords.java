// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.web;

import io.atrium.voucher.PaymentMode;
import io.atrium.voucher.VoucherState;
import io.atrium.voucher.VoucherUseView;
import io.atrium.voucher.VoucherView;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// States of vouchers as tags.
final class VoucherWords {

    private VoucherWords() {}

    static Tag tag(VoucherState state) {
        var tone = switch (state) {
            case ACTIVE -> Tone.GOOD;
            case USED_UP, EXPIRED -> Tone.PLAIN;
            case RECALLED -> Tone.BAD;
        };
        return Tag.of(tone, "voucher.state." + state.name());
    }

    /// What a voucher may pay for; a scope without words is shown as it is.
    static String pays(Text t, VoucherView voucher) {
        var key = "voucher.scope." + voucher.scope();
        var paysHow = voucher.mode() == PaymentMode.PAY_THEN_REDEEM ? "voucher.pays.redeem" : "voucher.pays";
        return t.of(paysHow, t.has(key) ? t.of(key) : voucher.scope(), voucher.rate());
    }

    /// Days left, for a voucher that still pays.
    static @Nullable String left(Text t, VoucherView voucher, LocalDate today) {
        var days = ChronoUnit.DAYS.between(today, voucher.validUntil());
        return voucher.state() == VoucherState.ACTIVE && days >= 0 ? t.of("voucher.days-left", days) : null;
    }

    static Tag useTag(VoucherUseView use) {
        return use.paid() == null ? Tag.of(Tone.WAIT, "voucher.use.held") : Tag.of(Tone.GOOD, "voucher.use.settled");
    }
}
