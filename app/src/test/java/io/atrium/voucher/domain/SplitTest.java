// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.Fen;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTest {

    @ParameterizedTest
    @CsvSource({
        "10001, 5000, 8000, 5000, 5001", // half is rounded down, the firm pays the odd fen
        "10001, 5000, 3000, 3000, 7001", // the voucher has less than its share
        "10001, 10000, 20000, 10001, 0", // all of it
        "1, 5000, 100, 0, 1", // half a fen is nothing
        "0, 5000, 100, 0, 0",
        "10000, 3333, 9999, 3333, 6667",
    })
    void sharesThePrice(long price, int rate, long most, long voucherPart, long ownPart) {
        assertThat(Split.of(new Fen(price), new BasisPoints(rate), new Fen(most)))
                .isEqualTo(new Split(new Fen(voucherPart), new Fen(ownPart)));
    }

    @Test
    void refusesNegativeAmounts() {
        var half = new BasisPoints(5_000);
        assertThatThrownBy(() -> Split.of(new Fen(-1), half, Fen.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Split.of(Fen.ZERO, half, new Fen(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 1_000, seed = "20261122")
    void partsSumToThePriceAndNoneIsNegative(
            @ForAll @LongRange(max = Long.MAX_VALUE) long price,
            @ForAll @IntRange(max = 10_000) int rate,
            @ForAll @LongRange(max = Long.MAX_VALUE) long most) {
        var split = Split.of(new Fen(price), new BasisPoints(rate), new Fen(most));
        assertThat(split.voucherPart().plus(split.ownPart())).isEqualTo(new Fen(price));
        assertThat(split.voucherPart().value()).isBetween(0L, most);
        assertThat(split.ownPart().value()).isNotNegative();
    }

    @Property(tries = 1_000, seed = "20261122")
    void settlingLessThanWasHeldNeverPaysMore(
            @ForAll @LongRange(max = 1_000_000_000) long held,
            @ForAll @LongRange(max = 1_000_000_000) long metered,
            @ForAll @LongRange(max = 1_000_000_000) long most,
            @ForAll @IntRange(max = 10_000) int rate) {
        var atHold = Split.of(new Fen(held), new BasisPoints(rate), new Fen(most));
        var atEnd = Split.of(new Fen(Math.min(held, metered)), new BasisPoints(rate), atHold.voucherPart());
        assertThat(atEnd.voucherPart()).isLessThanOrEqualTo(atHold.voucherPart());
        assertThat(atEnd.ownPart()).isLessThanOrEqualTo(atHold.ownPart());
    }
}
