// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void isTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(Median.of(List.of())).isNull();
        assertThat(Median.of(List.of(9, 1, 4))).isEqualTo(4.0);
        assertThat(Median.of(List.of(9, 1, 4, 6))).isEqualTo(5.0);
    }
}
