// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.policy.domain.SliderRange.Unit;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliderRangeTest {

    @ParameterizedTest
    @CsvSource({
        "5, COUNT, 0, 15, 1",
        "2, COUNT, 0, 10, 1",
        "0, COUNT, 0, 100, 1",
        "30, PERCENT, 0, 100, 1",
        "1.5, PERCENT, 0, 100, 0.1",
        "100000, MONEY, 0, 300000, 1000",
        "200000, MONEY, 0, 600000, 10000",
        "0, MONEY, 0, 1000000, 10000",
        "-20, OTHER, -60, 0, 1"
    })
    void goesFromNothingToThreeTimesTheValueInStepsThatReachIt(
            BigDecimal value, Unit unit, String min, String max, String step) {
        var range = SliderRange.around(value, unit);

        assertThat(range.min().toPlainString()).isEqualTo(min);
        assertThat(range.max().toPlainString()).isEqualTo(max);
        assertThat(range.step().toPlainString()).isEqualTo(step);
        assertThat(value.remainder(range.step())).isEqualByComparingTo(BigDecimal.ZERO);
    }
}
