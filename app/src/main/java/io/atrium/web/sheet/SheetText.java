// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.sheet;

import io.atrium.kernel.Fen;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.text.Text;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/// Values of a file as text that a program can read back, and headings that say what unit and zone they are in.
final class SheetText {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessClock.ZONE);
    /// What makes a spreadsheet take a text for a formula.
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private static final String APOSTROPHE = "'";

    private SheetText() {}

    static String heading(Text t, SheetColumn<?> column) {
        var title = t.of(column.titleKey());
        return switch (column.kind()) {
            case MONEY -> title.contains(t.of("web.unit.yuan")) ? title : t.of("web.sheet.heading.money", title);
            case MOMENT -> t.of("web.sheet.heading.moment", title);
            default -> title;
        };
    }

    static String plain(Object value) {
        return switch (value) {
            case Fen amount -> amount.yuan().toPlainString();
            case Instant moment -> MOMENT.format(moment);
            case BigDecimal number -> number.toPlainString();
            case String text -> harmless(text);
            default -> value.toString();
        };
    }

    /// A text that begins like a formula is led by an apostrophe, so that no spreadsheet runs it. Full-width signs and
    /// leading spaces count: some spreadsheets read them the same way.
    static String harmless(String text) {
        return startsLikeFormula(text) ? APOSTROPHE + text : text;
    }

    /// What [#harmless] was given.
    static String asWritten(String text) {
        return text.startsWith(APOSTROPHE) && startsLikeFormula(text.substring(1)) ? text.substring(1) : text;
    }

    private static boolean startsLikeFormula(String text) {
        var read = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var start = read.isEmpty() || FORMULA_STARTS.indexOf(read.charAt(0)) >= 0 ? read : read.strip();
        return !start.isEmpty() && FORMULA_STARTS.indexOf(start.charAt(0)) >= 0;
    }
}
