// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void isTheMiddleOfAnOddCountInWhateverOrder() {
        assertThat(Median.of(List.of(9, 1, 5)))
                .hasValueSatisfying(middle -> assertThat(middle).isEqualByComparingTo("5"));
    }

    @Test
    void isTheMeanOfTheTwoInTheMiddleOfAnEvenCount() {
        assertThat(Median.of(List.of(4, 1, 2, 9)))
                .hasValueSatisfying(middle -> assertThat(middle).isEqualByComparingTo("3"));
        assertThat(Median.of(List.of(1, 2))).contains(new BigDecimal("1.5"));
    }

    @Test
    void isNothingOfNothing() {
        assertThat(Median.of(List.of())).isEmpty();
    }
}
