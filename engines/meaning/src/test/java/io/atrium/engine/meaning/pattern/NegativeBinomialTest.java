// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NegativeBinomialTest {
    @Test
    void isPoissonWhereTheRateIsCertain() {
        var counts = new NegativeBinomial(1e9, 2);
        assertThat(counts.atLeast(0)).isEqualTo(1);
        assertThat(counts.atLeast(1)).isCloseTo(1 - Math.exp(-2), within(1e-6));
        assertThat(counts.atLeast(6)).isCloseTo(0.016563608, within(1e-6));
        assertThat(counts.quantile(0.975)).isEqualTo(5);
        assertThat(counts.quantile(0.025)).isZero();
    }

    @Test
    void isGeometricWithShapeOne() {
        var counts = new NegativeBinomial(1, 3); // each step is three quarters of the one before
        assertThat(counts.atLeast(4)).isCloseTo(Math.pow(0.75, 4), within(1e-9));
        assertThat(counts.atLeast(60)).isCloseTo(Math.pow(0.75, 60), within(1e-15));
    }

    @Test
    void straysFurtherWhereLittleIsKnown() {
        assertThat(new NegativeBinomial(0.5, 2).atLeast(9)).isGreaterThan(10 * new NegativeBinomial(50, 2).atLeast(9));
    }

    @Test
    void tellsVerySmallChances() {
        assertThat(new NegativeBinomial(1e9, 0.01).atLeast(8)).isPositive().isLessThan(1e-18);
    }
}
