// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.HotlineOrders;
import io.atrium.appeal.HotlineReport;
import io.atrium.appeal.domain.HotlineColumn;
import io.atrium.appeal.domain.HotlineFile.Problem;
import io.atrium.appeal.domain.RuleBook;
import io.atrium.web.sheet.OfficeFile;
import io.atrium.web.sheet.OfficeTable.Row;
import io.atrium.web.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// A file of hotline orders and what is wrong with it, in the reader's words.
record HotlineWords(Text t, RuleBook book) {

    private static final int PROBLEMS_SHOWN_MAX = 500;

    /// Headings that the file must and may have.
    List<String> columns() {
        return Arrays.stream(HotlineColumn.values())
                .map(column -> t.of("appeal.import.column." + need(column), column.in(t.lang())))
                .toList();
    }

    private static String need(HotlineColumn column) {
        if (column.isOfPast()) {
            return "past";
        }
        return column.isNeeded() ? "needed" : "optional";
    }

    HotlinePage.Problems problems(List<Problem> problems) {
        int left = Math.max(0, problems.size() - PROBLEMS_SHOWN_MAX);
        var shown = problems.stream()
                .limit(PROBLEMS_SHOWN_MAX)
                .map(problem -> new HotlinePage.Problem(
                        problem.line() == 0 ? "—" : String.valueOf(problem.line()),
                        column(problem),
                        what(problem),
                        Objects.requireNonNullElse(problem.value(), "")))
                .toList();
        return new HotlinePage.Problems(shown, left == 0 ? "" : t.of("appeal.import.left", left));
    }

    private String column(Problem problem) {
        var column = problem.column();
        return column == null ? "—" : column.in(t.lang());
    }

    private String what(Problem problem) {
        var column = problem.column();
        Object limit = switch (problem.fault()) {
            case CATEGORY_UNKNOWN -> categories();
            case TOO_LONG -> column == null ? "" : HotlineOrders.lengthMax(column);
            default -> "";
        };
        return t.of("appeal.import.fault." + problem.fault(), limit);
    }

    private String categories() {
        return book.categories().stream()
                .map(category -> t.of(category.name()))
                .collect(Collectors.joining(t.of("web.list.separator")));
    }

    /// Headings and one order that could be taken in, but for its invented firm.
    byte[] template() {
        var example = Map.of(
                HotlineColumn.NUMBER, "12345-20261201-0001",
                HotlineColumn.FIRM, "91310000MA1K35KA1X",
                HotlineColumn.CATEGORY, t.of(book.categories().getFirst().name()),
                HotlineColumn.URGENCY, t.of("appeal.import.example.urgency"),
                HotlineColumn.WORDS, t.of("appeal.import.example.words"),
                HotlineColumn.CONTACT, t.of("appeal.import.example.contact"),
                HotlineColumn.PLACE, t.of("appeal.import.example.place"));
        return OfficeFile.write(HotlineColumn.class, List.of(new Row<>(2, example)), t.lang());
    }

    /// The rows that were left out, each with what is wrong with it.
    byte[] refused(HotlineReport report) {
        var wrong = report.problems().stream()
                .collect(Collectors.groupingBy(
                        Problem::line,
                        Collectors.mapping(this::told, Collectors.joining(t.of("appeal.import.separator")))));
        var remark = new OfficeFile.Remark<HotlineColumn>(
                t.of("appeal.import.what"), row -> wrong.getOrDefault(row.line(), ""));
        return OfficeFile.write(HotlineColumn.class, report.refused(), t.lang(), List.of(remark));
    }

    private String told(Problem problem) {
        return t.of("appeal.import.told", column(problem), what(problem));
    }
}
