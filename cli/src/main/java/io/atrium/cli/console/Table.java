// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.console;

import java.util.ArrayList;
import java.util.List;

/// Rows under a header, in columns that line up on a terminal; numbers stand to the right.
public record Table(List<String> header, List<List<String>> rows) {

    private static final String GAP = "  ";

    public Table {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        for (var row : rows) {
            if (row.size() != header.size()) throw new IllegalArgumentException("row of another width: " + row);
        }
    }

    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        lines.add(line(header));
        rows.forEach(row -> lines.add(line(row)));
        return String.join(System.lineSeparator(), lines);
    }

    private String line(List<String> cells) {
        var line = new StringBuilder();
        for (var column = 0; column < cells.size(); column++) {
            if (column > 0) line.append(GAP);
            var blanks = " ".repeat(width(column) - widthOf(cells.get(column)));
            line.append(isNumeric(column) ? blanks + cells.get(column) : cells.get(column) + blanks);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        var width = widthOf(header.get(column));
        for (var row : rows) width = Math.max(width, widthOf(row.get(column)));
        return width;
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).matches("[-+≥≤ ]*[\\d,.]*[%×]?"));
    }

    /// Columns on a terminal: Han characters and full-width forms take two.
    private static int widthOf(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private static boolean isWide(int codePoint) {
        return Character.isIdeographic(codePoint)
                || (codePoint >= 0x3000 && codePoint <= 0x30FF)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF60);
    }
}
