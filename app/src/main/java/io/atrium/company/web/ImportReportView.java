// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.FactCatalogue;
import io.atrium.company.ImportReport;
import io.atrium.company.ImportReport.Problem;
import io.atrium.company.ImportReport.RowResult;
import io.atrium.company.RegistryImportView;
import io.atrium.web.ListQuery;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Next;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts the report of a delivery into words.
final class ImportReportView {
    private final RegistryImportView delivery;
    private final ImportReport report;
    private final FactCatalogue catalogue;
    private final Text t;

    ImportReportView(RegistryImportView delivery, FactCatalogue catalogue, Text t) {
        this.delivery = delivery;
        this.catalogue = catalogue;
        this.report = delivery.report();
        this.t = t;
    }

    ImportPage page(ListQuery query) {
        return new ImportPage(
                verdict(),
                next(),
                summary(),
                problemTable(),
                report.problems().stream().map(this::problem).toList(),
                problemsCut(),
                rowTable(query),
                rows(query));
    }

    private ImportPage.Verdict verdict() {
        return delivery.imported()
                ? new ImportPage.Verdict(
                        Tone.GOOD, t.of("company.import.imported"), t.of("company.import.imported.text"))
                : new ImportPage.Verdict(
                        Tone.BAD,
                        t.of("company.import.rejected"),
                        t.of("company.import.rejected.text", report.problemsFound()));
    }

    /// Nobody of a new firm can sign in before somebody was invited.
    private @Nullable Next next() {
        return delivery.imported() && report.created() > 0
                ? new Next(t.of("company.import.next"), t.of("company.import.next.by"), null)
                : null;
    }

    private List<Fact> summary() {
        var facts = Stream.of(
                Fact.of(t.of("company.import.file"), delivery.fileName())
                        .linked("/files/" + delivery.file().value()),
                Fact.of(t.of("company.import.by"), delivery.importedBy()),
                Fact.of(t.of("company.import.at"), t.dateTime(delivery.importedAt())));
        return delivery.imported() ? Stream.concat(facts, counts()).toList() : facts.toList();
    }

    private Stream<Fact> counts() {
        return Stream.of(
                Fact.of(t.of("company.import.created"), t.number(report.created())),
                Fact.of(t.of("company.import.updated"), t.number(report.updated())),
                Fact.of(t.of("company.import.unchanged"), t.number(report.unchanged())),
                Fact.of(t.of("company.import.facts"), t.number(report.factsRecorded())));
    }

    private Table problemTable() {
        return Table.of(
                "company.import.problems",
                Empty.nothingYet("company.import.imported.text"),
                report.problems().size(),
                Column.text("company.import.column.line"),
                Column.text("company.import.column.column"),
                Column.text("company.import.column.problem"),
                Column.text("company.import.column.value"));
    }

    private ImportPage.ProblemRow problem(Problem problem) {
        var line = switch (problem.line()) {
            case 0 -> t.of("company.import.line.file");
            case 1 -> t.of("company.import.line.header");
            default -> Integer.toString(problem.line());
        };
        return new ImportPage.ProblemRow(
                line, column(problem.column()), t.of("company.problem", problem.code()), orDash(problem.value()));
    }

    private String column(@Nullable String name) {
        return name == null ? orDash(null) : new FactText(t).column(catalogue, name);
    }

    private @Nullable String problemsCut() {
        return report.problemsFound() > report.problems().size()
                ? t.of("company.import.cut", report.problems().size())
                : null;
    }

    private Table rowTable(ListQuery query) {
        return Table.of(
                        "company.import.rows",
                        Empty.nothingYet("company.import.rows.empty"),
                        0,
                        Column.number("company.import.column.line"),
                        Column.text("company.import.column.code"),
                        Column.text("company.import.column.name"),
                        Column.text("company.import.column.result"),
                        Column.number("company.import.column.facts"))
                .paged(query, report.rows().size());
    }

    private List<ImportPage.Row> rows(ListQuery query) {
        return report.rows().stream()
                .skip(query.offset())
                .limit(query.size())
                .map(this::row)
                .toList();
    }

    private ImportPage.Row row(ImportReport.Row row) {
        var firm = row.firm();
        return new ImportPage.Row(
                row.line(),
                row.unifiedCode(),
                row.name(),
                firm == null ? null : "/companies/" + firm.value(),
                Tag.of(tone(row.result()), "company.import.row." + row.result().name()),
                row.factsRecorded());
    }

    private static Tone tone(RowResult result) {
        return switch (result) {
            case CREATED, UPDATED -> Tone.GOOD;
            case UNCHANGED, NOT_IMPORTED -> Tone.PLAIN;
            case FAULTY -> Tone.BAD;
        };
    }

    private static String orDash(@Nullable String value) {
        return value == null || value.isEmpty() ? "–" : value;
    }
}
