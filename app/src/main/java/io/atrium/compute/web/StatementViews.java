// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.lease.LeaseId;
import io.atrium.compute.statement.LineKind;
import io.atrium.compute.statement.Statement;
import io.atrium.compute.statement.StatementLine;
import io.atrium.compute.statement.StatementSection;
import io.atrium.kernel.Fen;
import io.atrium.ledger.Standing;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Statements in the reader's words; amounts exact, in yuan.
final class StatementViews {

    /// Lines of a section on the page; the files have all.
    private static final int ROWS_MAX = 500;

    private final Text t;
    private final boolean mayReadJobs;

    StatementViews(Text t, boolean mayReadJobs) {
        this.t = t;
        this.mayReadJobs = mayReadJobs;
    }

    List<StatementPage.Section> sections(Statement statement) {
        return statement.sections().stream().map(this::section).toList();
    }

    private StatementPage.Section section(StatementSection section) {
        var sums = sums(section);
        var title = t.of("compute.statement.section", section.kind());
        return new StatementPage.Section(
                title,
                t.of("compute.statement.explained", section.kind()),
                Table.of(
                        caption(title, "compute.statement.sums"),
                        Empty.nothingYet("compute.statement.none"),
                        sums.size(),
                        Column.text("compute.statement.kind"),
                        Column.number("compute.statement.posted"),
                        Column.number("compute.statement.held")),
                sums,
                table(title, section.lines().size()),
                section.lines().stream().limit(ROWS_MAX).map(this::row).toList(),
                section.lines().size() <= ROWS_MAX);
    }

    private List<StatementPage.Sum> sums(StatementSection section) {
        var sums = new ArrayList<StatementPage.Sum>();
        sums.add(standing("compute.statement.opening", section.opening()));
        for (var kind : LineKind.values()) {
            var moved = section.sums().get(kind);
            if (moved != null) {
                sums.add(new StatementPage.Sum(
                        t.of("compute.statement.line", kind), change(moved.posted()), change(moved.held()), false));
            }
        }
        sums.add(standing("compute.statement.closing", section.closing()));
        return sums;
    }

    private StatementPage.Sum standing(String key, Standing standing) {
        return new StatementPage.Sum(t.of(key), yuan(standing.posted()), yuan(standing.held()), true);
    }

    /// Said in words: each section has tables of the same name.
    private String caption(String section, String key) {
        return t.of("compute.statement.caption", section, t.of(key));
    }

    private Table table(String section, int rows) {
        return Table.of(
                caption(section, "compute.statement.lines"),
                Empty.nothingYet("compute.statement.none"),
                rows,
                Column.text("compute.statement.at"),
                Column.text("compute.statement.kind"),
                Column.text("compute.statement.what"),
                Column.number("compute.statement.posted"),
                Column.number("compute.statement.held"),
                Column.number("compute.statement.balance"),
                Column.number("compute.statement.held-after"));
    }

    private StatementPage.Row row(StatementLine line) {
        var entry = line.entry();
        return new StatementPage.Row(
                t.dateTimeShort(entry.bookedAt()),
                t.machineTime(entry.bookedAt()),
                t.of("compute.statement.line", line.kind()),
                what(line),
                mayReadJobs ? href(line) : null,
                change(entry.posted()),
                change(entry.held()),
                yuan(line.after().posted()),
                yuan(line.after().held()));
    }

    private static @Nullable String href(StatementLine line) {
        var reference = line.entry().reference();
        if (line.isOfLease()) {
            return "/leases/" + LeaseId.ofPeriod(reference);
        }
        return line.isOfJob() ? "/jobs/" + reference : null;
    }

    /// A job or a lease by its name; anything else by what it was for.
    String what(StatementLine line) {
        return line.isOfJob() || line.isOfLease()
                ? line.name()
                : t.of("ledger.purpose." + line.entry().purpose());
    }

    private String yuan(long fen) {
        return t.yuan(new Fen(fen));
    }

    /// With a sign, so that in and out differ in more than colour; nothing for no change.
    private String change(long fen) {
        return fen == 0 ? "" : (fen > 0 ? "+" : "") + yuan(fen);
    }
}
