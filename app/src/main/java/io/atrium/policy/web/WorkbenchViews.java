// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.company.Stage;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.policy.AmountRule;
import io.atrium.kernel.Fen;
import io.atrium.policy.FirmList;
import io.atrium.policy.FirmList.Kind;
import io.atrium.policy.WorkbenchResult;
import io.atrium.policy.WorkbenchResult.Bond;
import io.atrium.policy.WorkbenchResult.Group;
import io.atrium.policy.WorkbenchResult.Overlap;
import io.atrium.policy.domain.FrozenFirms;
import io.atrium.policy.domain.SizeBand;
import io.atrium.policy.web.WorkbenchPage.GroupRow;
import io.atrium.policy.web.WorkbenchPage.GroupView;
import io.atrium.policy.web.WorkbenchPage.Line;
import io.atrium.policy.web.WorkbenchPage.NearRow;
import io.atrium.policy.web.WorkbenchPage.OverlapRow;
import io.atrium.policy.web.WorkbenchPage.Simulated;
import io.atrium.web.component.Chart;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tile;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// Puts the result of a simulation into words, tables and charts.
final class WorkbenchViews {

    /// More bars cannot be read; the table beside has them all.
    private static final int BARS_MAX = 16;

    private static final int BEFORE_COLOUR = 5;
    private static final int AFTER_COLOUR = 1;
    private static final BigDecimal FEN_PER_WAN = new BigDecimal("1000000");
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private final PolicyWords words;
    private final Text t;
    private final FactCatalogue catalogue;
    private final WorkbenchAsk ask;
    private final WorkbenchResult result;

    WorkbenchViews(PolicyWords words, FactCatalogue catalogue, WorkbenchAsk ask, WorkbenchResult result) {
        this.words = words;
        this.t = words.t();
        this.catalogue = catalogue;
        this.ask = ask;
        this.result = result;
    }

    Simulated simulated(List<String> notes) {
        return new Simulated(
                summary(),
                moved(),
                notes(notes),
                tiles(),
                totalsTable(),
                totals(),
                changes(),
                result.snapshot().groups().stream().map(this::group).toList(),
                near(),
                nearRows(),
                overlapTable(),
                overlapRows(),
                files(),
                source());
    }

    private Table totalsTable() {
        return Table.of(
                "policy.workbench.totals",
                Empty.nothingYet("policy.workbench.nobody"),
                totals().size(),
                Column.text("policy.workbench.what"),
                Column.number("policy.workbench.before"),
                Column.number("policy.workbench.after"),
                Column.number("policy.workbench.change"));
    }

    private boolean isMoney() {
        return switch (result.base().compiled().policy().amount().kind()) {
            case EXACT, CEILING -> true;
            case NONE, NOT_PUBLISHED -> false;
        };
    }

    String summary() {
        var before = result.before();
        var after = result.after();
        if (!isMoney()) {
            return t.of(
                    "policy.workbench.summary.firms",
                    before.granted(),
                    after.granted(),
                    signed(after.granted() - before.granted()));
        }
        return t.of(
                "policy.workbench.summary",
                before.fen(),
                after.fen(),
                signed(after.fen().minus(before.fen())),
                after.granted(),
                signed(after.granted() - before.granted()));
    }

    List<String> moved() {
        var figures = new Figures(words, catalogue, result.base());
        return result.moved().entrySet().stream()
                .map(figure -> t.of(
                        "policy.workbench.moved",
                        figures.label(figure.getKey()),
                        result.base()
                                .threshold(figure.getKey())
                                .map(threshold -> figures.shown(threshold, threshold.value()))
                                .orElse(""),
                        figures.shown(figure.getKey(), figure.getValue())))
                .toList();
    }

    private List<String> notes(List<String> others) {
        var notes = new ArrayList<>(others);
        if (!result.isInForce()) {
            notes.add(t.of(
                    "policy.workbench.note.not-in-force",
                    t.date(result.snapshot().about().day())));
        }
        if (result.base().inForce() == null) {
            notes.add(t.of("policy.workbench.note.no-version"));
        }
        if (result.fallbacks() > 0) {
            notes.add(t.of("policy.workbench.note.rows", result.fallbacks()));
        }
        if (result.base().compiled().policy().amount().kind() == AmountRule.Kind.CEILING) {
            notes.add(t.of("policy.workbench.note.ceiling"));
        }
        return notes;
    }

    private List<Tile> tiles() {
        var after = result.after();
        var before = result.before();
        var difference = result.difference();
        var tiles = new ArrayList<Tile>();
        var everybody = list(FirmList.of(Kind.GRANTED));
        if (isMoney()) {
            tiles.add(Tile.of(t.of("policy.workbench.tile.budget"), t.moneyRounded(after.fen()), everybody)
                    .note(t.of("policy.workbench.tile.was", t.money(before.fen()))));
        }
        tiles.add(Tile.of(t.of("policy.workbench.tile.firms"), firms(after.granted()), everybody)
                .note(t.of("policy.workbench.tile.was", t.number(before.granted()))));
        tiles.add(new Tile(
                t.of("policy.workbench.tile.coverage"),
                new Figure(share(after.granted(), result.firms()), "%"),
                null,
                t.of("policy.workbench.tile.was", share(before.granted(), result.firms()) + "%")));
        tiles.add(Tile.of(
                t.of("policy.workbench.list.winners"), firms(difference.winners()), list(FirmList.of(Kind.WINNERS))));
        tiles.add(Tile.of(
                t.of("policy.workbench.list.losers"), firms(difference.losers()), list(FirmList.of(Kind.LOSERS))));
        return tiles;
    }

    private Figure firms(long count) {
        return new Figure(t.number(count), t.of("policy.workbench.firms"));
    }

    private List<Line> totals() {
        var before = result.before();
        var after = result.after();
        var lines = new ArrayList<Line>();
        lines.add(money("policy.workbench.budget", before.fen(), after.fen()));
        lines.add(
                count(t.of("policy.workbench.granted"), FirmList.of(Kind.GRANTED), before.granted(), after.granted()));
        lines.add(outcome(Outcome.ENTITLED, before.entitled(), after.entitled()));
        lines.add(outcome(Outcome.CEILING, before.ceiling(), after.ceiling()));
        lines.add(outcome(Outcome.REVIEW, before.review(), after.review()));
        lines.add(outcome(Outcome.UNKNOWN, before.unknown(), after.unknown()));
        lines.add(outcome(Outcome.NOT_YET, before.notYet(), after.notYet()));
        lines.add(new Line(
                t.of("policy.workbench.tile.coverage"),
                null,
                share(before.granted(), result.firms()) + "%",
                share(after.granted(), result.firms()) + "%",
                ""));
        return lines;
    }

    private Line money(String key, Fen before, Fen after) {
        return new Line(t.of(key), null, t.yuan(before), t.yuan(after), signed(after.minus(before)));
    }

    private Line outcome(Outcome outcome, long before, long after) {
        return count(t.of("policy.outcome", outcome), FirmList.outcome(outcome), before, after);
    }

    private Line count(String label, FirmList list, long before, long after) {
        return new Line(
                label, after == 0 ? null : list(list), t.number(before), t.number(after), signed(after - before));
    }

    private List<Line> changes() {
        var difference = result.difference();
        return List.of(
                change(Kind.WINNERS, difference.winners()),
                change(Kind.LOSERS, difference.losers()),
                change(Kind.MORE, difference.more()),
                change(Kind.LESS, difference.less()),
                new Line(t.of("policy.workbench.list.unchanged"), null, "", t.number(difference.unchanged()), ""));
    }

    private Line change(Kind kind, long firms) {
        var list = FirmList.of(kind);
        return new Line(
                t.of("policy.workbench.list." + list.word()), firms == 0 ? null : list(list), "", t.number(firms), "");
    }

    private GroupView group(String column) {
        var id = column.replace("atrium.", "").replace("registered_", "");
        var title = t.of("policy.workbench.by." + id);
        var groups = ordered(column);
        var table = Table.of(
                "policy.workbench.by." + id,
                Empty.nothingYet("policy.workbench.nobody"),
                groups.size(),
                Column.text("policy.workbench.group." + id),
                Column.number("policy.workbench.firms-in-all"),
                Column.number("policy.workbench.granted-both"),
                Column.number("policy.workbench.coverage"),
                Column.number("policy.workbench.budget-after"),
                Column.number("policy.workbench.budget-change"));
        return new GroupView(
                id,
                title,
                chart(title, id, column, groups),
                table,
                groups.stream().map(group -> groupRow(column, group)).toList());
    }

    /// Districts by what they get; sizes and stages from small to large.
    private List<Group> ordered(String column) {
        var groups = result.groups(column);
        return switch (column) {
            case FrozenFirms.SIZE -> inOrder(groups, Arrays.stream(SizeBand.values()));
            case FrozenFirms.STAGE -> inOrder(groups, Arrays.stream(Stage.values()));
            default -> groups;
        };
    }

    private static List<Group> inOrder(List<Group> groups, Stream<? extends Enum<?>> values) {
        return Stream.concat(values.map(Enum::name), Stream.of(""))
                .flatMap(name -> groups.stream().filter(group -> group.text().equals(name)))
                .toList();
    }

    private GroupRow groupRow(String column, Group group) {
        return new GroupRow(
                groupName(column, group.text()),
                t.number(group.firms()),
                t.of(
                        "policy.workbench.both",
                        group.before().firms(),
                        group.after().firms()),
                share(group.after().firms(), group.firms()) + "%",
                t.yuan(new Fen(group.after().fen())),
                signed(new Fen(group.fenChange())));
    }

    /// Districts are data; sizes and stages have words.
    String groupName(String column, String text) {
        if (text.isEmpty()) {
            return t.of("policy.workbench.group.unknown");
        }
        return switch (column) {
            case FrozenFirms.SIZE -> t.of("policy.workbench.size." + text);
            case FrozenFirms.STAGE -> t.of("policy.workbench.stage." + text);
            default -> words.factValue(column, text);
        };
    }

    private Chart chart(String title, String id, String column, List<Group> groups) {
        var shown = groups.stream().limit(BARS_MAX).toList();
        Function<Group, Chart.Cell> before = isMoney()
                ? group -> wan(group.before().fen())
                : group -> cell(group.before().firms());
        Function<Group, Chart.Cell> after = isMoney()
                ? group -> wan(group.after().fen())
                : group -> cell(group.after().firms());
        return new Chart(
                t.of(isMoney() ? "policy.workbench.chart.budget" : "policy.workbench.chart.granted", title),
                t.of(
                        groups.size() > shown.size() ? "policy.workbench.chart.first" : "policy.workbench.chart",
                        shown.size(),
                        groups.size()),
                Chart.Kind.BARS,
                t.of(isMoney() ? "policy.workbench.chart.wan" : "policy.workbench.firms"),
                t.of("policy.workbench.group." + id),
                List.of(
                        new Chart.Series(t.of("policy.workbench.before"), BEFORE_COLOUR),
                        new Chart.Series(t.of("policy.workbench.after"), AFTER_COLOUR)),
                shown.stream()
                        .map(group -> new Chart.Row(
                                groupName(column, group.text()), List.of(before.apply(group), after.apply(group))))
                        .toList());
    }

    private Chart.Cell wan(long fen) {
        var wan = BigDecimal.valueOf(fen).divide(FEN_PER_WAN, 2, RoundingMode.HALF_UP);
        return new Chart.Cell(wan, t.number(wan));
    }

    private Chart.Cell cell(long count) {
        return new Chart.Cell(BigDecimal.valueOf(count), t.number(count));
    }

    private Table near() {
        return Table.of(
                "policy.workbench.near",
                Empty.nothingYet("policy.workbench.near.none"),
                result.nearMisses().size(),
                Column.text("policy.workbench.condition"),
                Column.number("policy.workbench.near.firms"));
    }

    private List<NearRow> nearRows() {
        return result.nearMisses().stream()
                .map(near -> new NearRow(
                        words.of(near.condition().label()),
                        t.number(near.firms()),
                        near.firms() == 0
                                ? null
                                : list(FirmList.near(near.condition().id()))))
                .toList();
    }

    private Table overlapTable() {
        return Table.of(
                "policy.workbench.overlap",
                Empty.nothingYet("policy.workbench.overlap.none"),
                result.overlaps().size(),
                Column.text("policy.workbench.overlap.policy"),
                Column.text("policy.workbench.overlap.bond"),
                Column.number("policy.workbench.before"),
                Column.number("policy.workbench.after"));
    }

    private List<OverlapRow> overlapRows() {
        return result.overlaps().stream().map(this::overlapRow).toList();
    }

    private OverlapRow overlapRow(Overlap overlap) {
        return new OverlapRow(
                words.of(overlap.header().title()),
                "/policies/" + overlap.other(),
                bond(overlap.bond()),
                t.number(overlap.before()),
                t.number(overlap.after()),
                list(FirmList.overlap(overlap.other())));
    }

    static Tag bond(Bond bond) {
        var tone = switch (bond) {
            case EXCLUDED -> Tone.BAD;
            case HIGHER, SHARED -> Tone.WAIT;
            case NONE -> Tone.PLAIN;
        };
        return new Tag(tone, "policy.workbench.bond." + bond.name());
    }

    private List<WorkbenchPage.File> files() {
        return Stream.of("CSV", "XLSX")
                .map(format -> new WorkbenchPage.File(
                        format,
                        ask.href(WorkbenchAsk.PATH + "/export", Map.of("format", format.toLowerCase(Locale.ROOT)))))
                .toList();
    }

    String source() {
        var about = result.snapshot().about();
        return t.of(
                "policy.workbench.source",
                about.name(),
                t.date(about.day()),
                about.takenBy(),
                about.knownAt(),
                millis(),
                result.firms());
    }

    private String millis() {
        return t.number(
                BigDecimal.valueOf(result.took().toNanos()).movePointLeft(6).setScale(2, RoundingMode.HALF_UP));
    }

    String list(FirmList list) {
        return ask.href(WorkbenchAsk.PATH + "/firms", Map.of("list", list.word()));
    }

    String share(long part, long whole) {
        return whole == 0
                ? "0"
                : t.number(BigDecimal.valueOf(part)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
    }

    String signed(long change) {
        return change == 0 ? "0" : change > 0 ? "+" + t.number(change) : "−" + t.number(-change);
    }

    String signed(Fen change) {
        return change.value() == 0
                ? t.yuan(Fen.ZERO)
                : change.isPositive() ? "+" + t.yuan(change) : "−" + t.yuan(change.negated());
    }
}
