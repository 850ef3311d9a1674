// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Bars or lines over categories (图表), with the table of the same numbers as its twin. A page with charts includes
/// `component/chart/script.jte` once.
///
/// @param title the question that the chart answers, or its finding
/// @param description one sentence on what it shows, also read out
/// @param unit the unit of every number
public record Chart(
        String title,
        String description,
        Kind kind,
        String unit,
        String categoryTitle,
        List<Series> series,
        List<Row> rows) {

    /// More lines than this cannot be told apart; the palette ends here too.
    public static final int SERIES_MAX = 6;

    /// Bars start at zero; stacked ones are parts of a whole.
    public enum Kind {
        BARS,
        STACKED,
        LINES
    }

    /// @param colour place in the palette, 1 to 6: the same thing has the same colour in every chart
    public record Series(String name, int colour) {}

    public record Row(String category, List<Cell> cells) {}

    /// @param value null where there is no number: a gap, never a zero
    /// @param text the number as the reader's language writes it
    public record Cell(@Nullable BigDecimal value, String text) {

        public @Nullable String plainValue() {
            return value == null ? null : value.toPlainString();
        }
    }

    public Chart {
        if (series.isEmpty() || series.size() > SERIES_MAX) {
            throw new IllegalArgumentException("a chart has 1 to 6 series: " + series.size());
        }
        if (rows.stream().anyMatch(row -> row.cells().size() != series.size())) {
            throw new IllegalArgumentException("each row has one number per series");
        }
    }

    public String kindName() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
