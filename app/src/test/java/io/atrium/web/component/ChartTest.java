// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ChartTest {

    @Test
    @Tag("CHT-4")
    void thereAreBarsAndLinesAndNothingElse() {
        assertThat(Chart.Kind.values()).containsExactly(Chart.Kind.BARS, Chart.Kind.STACKED, Chart.Kind.LINES);
    }

    @Test
    @Tag("CHT-1")
    void moreThanSixSeriesAreRefused() {
        assertThat(chart(6, 6).series()).hasSize(6);
        assertThatIllegalArgumentException().isThrownBy(() -> chart(7, 7));
        assertThatIllegalArgumentException().isThrownBy(() -> chart(0, 0));
    }

    @Test
    void eachRowHasOneNumberPerSeries() {
        assertThatIllegalArgumentException().isThrownBy(() -> chart(2, 1));
    }

    @Test
    void aMissingNumberIsAGapAndNotAZero() {
        assertThat(new Chart.Cell(null, "–").plainValue()).isNull();
        assertThat(new Chart.Cell(new BigDecimal("1E+3"), "1,000").plainValue()).isEqualTo("1000");
    }

    private static Chart chart(int series, int cells) {
        return new Chart(
                "Which pool was used most?",
                "GPU hours by month.",
                Chart.Kind.BARS,
                "GPU hours",
                "Month",
                Collections.nCopies(series, new Chart.Series("pool", 1)),
                List.of(new Chart.Row("2026-01", Collections.nCopies(cells, new Chart.Cell(BigDecimal.ONE, "1")))));
    }
}
