// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.web;

import io.atrium.voucher.VoucherState;
import io.atrium.voucher.VoucherUseView;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;

/// States of vouchers as tags.
final class VoucherWords {

    private VoucherWords() {}

    static Tag tag(VoucherState state) {
        var tone = switch (state) {
            case ACTIVE -> Tone.GOOD;
            case USED_UP, EXPIRED -> Tone.PLAIN;
        };
        return Tag.of(tone, "voucher.state." + state.name());
    }

    static Tag useTag(VoucherUseView use) {
        return use.paid() == null ? Tag.of(Tone.WAIT, "voucher.use.held") : Tag.of(Tone.GOOD, "voucher.use.settled");
    }
}
