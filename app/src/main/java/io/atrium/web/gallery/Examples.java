// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.gallery;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.web.ListQuery;
import io.atrium.web.component.BulkAction;
import io.atrium.web.component.Chart;
import io.atrium.web.component.Column;
import io.atrium.web.component.Conflict;
import io.atrium.web.component.Due;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.IdentityBar;
import io.atrium.web.component.LogView;
import io.atrium.web.component.Next;
import io.atrium.web.component.Option;
import io.atrium.web.component.Reason;
import io.atrium.web.component.RowAction;
import io.atrium.web.component.Step;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tile;
import io.atrium.web.component.TimelineEntry;
import io.atrium.web.component.Tone;
import io.atrium.web.component.UploadLimit;
import io.atrium.web.component.Verdict;
import io.atrium.web.text.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Invented content for the gallery: always the same, so that pictures of it can be compared.
final class Examples {

    private static final Instant NOW = Instant.parse("2026-03-10T02:30:00Z");
    private static final int ROWS = 137;

    private final Text t;
    private final WorkingCalendar calendar;

    Examples(Text t, WorkingCalendar calendar) {
        this.t = t;
        this.calendar = calendar;
    }

    GalleryPage page(ListQuery query) {
        var lists = lists(query);
        return new GalleryPage(
                lists.table(), lists, flows(), form(), refusedForm(), confirmation(), conflict(), log(), chart());
    }

    private GalleryPage.Lists lists(ListQuery query) {
        var table = Table.of(
                "web.gallery.jobs",
                Empty.nothingYet("web.gallery.empty", "web.gallery.empty.action", "/gallery"),
                ROWS,
                Column.text("web.gallery.job").sortedBy("name"),
                Column.text("web.gallery.state"),
                Column.text("web.gallery.due").sortedBy("due"),
                Column.number("web.gallery.gpus").sortedBy("gpus"),
                Column.number("web.gallery.cost"),
                Column.text("web.table.actions"));
        var noMatch = new ListQuery("/gallery", new TreeMap<>(Map.of("name", "x")), "", 1, 20);
        return new GalleryPage.Lists(
                table.paged(query, ROWS).exported(query),
                new BulkAction("/gallery", "web.gallery.stop"),
                List.of(
                        new RowAction(t.of("web.views.open"), "/gallery"),
                        new RowAction(t.of("web.gallery.stop"), "/gallery")),
                rows(),
                table.paged(plain(), 0),
                table.paged(noMatch, 0),
                List.of(emptied(Empty.noPermission()), emptied(Empty.notLoaded("/gallery"))),
                query,
                tiles(),
                facts(),
                sum(),
                tags(),
                tabs());
    }

    private static Table emptied(Empty empty) {
        return Table.of("web.gallery.jobs", empty, 0);
    }

    private static ListQuery plain() {
        return new ListQuery("/gallery", new TreeMap<>(), "", 1, 20);
    }

    List<GalleryPage.Row> rows() {
        return List.of(
                row("web.gallery.job.1", Tag.of(Tone.GOOD, "web.gallery.state.done"), 256, 1_234_567_89L, "2026-03-13"),
                row("web.gallery.job.2", Tag.of(Tone.INFO, "web.gallery.state.running"), 64, 98_760_00L, "2026-03-10"),
                row("web.gallery.job.3", Tag.of(Tone.WAIT, "web.gallery.state.waiting"), 8, 4_200_50L, "2026-03-11"),
                row("web.gallery.job.4", Tag.of(Tone.BAD, "web.gallery.state.failed"), 1_024, 100L, "2026-03-06"));
    }

    private GalleryPage.Row row(String nameKey, Tag state, long gpus, long fen, String day) {
        return new GalleryPage.Row(t.of(nameKey), state, gpus, new Fen(fen), due(day));
    }

    private Due due(String day) {
        return Due.of(calendar.closing(LocalDate.parse(day)), NOW, calendar);
    }

    private List<Tile> tiles() {
        return List.of(
                Tile.of(t.of("web.gallery.tile.balance"), t.moneyRounded(new Fen(123_456_789_00L)), "/gallery")
                        .note(t.of("web.gallery.tile.balance.note")),
                Tile.of(t.of("web.gallery.tile.spent"), t.moneyRounded(new Fen(8_642_10L)), "/gallery"),
                Tile.of(t.of("web.gallery.tile.gpu"), t.gpuHoursFigure(new GpuMillis(460_800_000L)), "/gallery"));
    }

    private List<Fact> facts() {
        var registry = t.of("web.gallery.registry");
        var date = LocalDate.parse("2026-01-31");
        return List.of(
                Fact.of(t.of("web.gallery.fact.name"), t.of("web.gallery.firm")).from(t, registry, date),
                Fact.of(t.of("web.gallery.fact.staff"), t.number(186)).from(t, registry, date),
                Fact.of(t.of("web.gallery.fact.research"), t.money(new Fen(1_234_567_00L)))
                        .from(t, registry, date));
    }

    private List<Fact> sum() {
        return List.of(
                Fact.of(t.of("web.gallery.sum.list"), t.money(new Fen(100_000_00L))),
                Fact.of(t.of("web.gallery.sum.voucher"), t.money(new Fen(-50_000_00L))),
                Fact.of(t.of("web.gallery.sum.own"), t.money(new Fen(50_000_00L)))
                        .total());
    }

    private static List<Tag> tags() {
        return List.of(
                Tag.of(Tone.PLAIN, "web.gallery.state.draft"),
                Tag.of(Tone.INFO, "web.gallery.state.running"),
                Tag.of(Tone.WAIT, "web.gallery.state.waiting"),
                Tag.of(Tone.GOOD, "web.gallery.state.done"),
                Tag.of(Tone.BAD, "web.gallery.state.failed"));
    }

    private List<Tab> tabs() {
        return List.of(
                Tab.of(t.of("web.gallery.tab.granted"), "/gallery", true).counting(2),
                Tab.of(t.of("web.gallery.tab.confirm"), "/gallery", false).counting(1),
                Tab.of(t.of("web.gallery.tab.missing"), "/gallery", false).counting(5));
    }

    private GalleryPage.Flows flows() {
        var steps = List.of(
                new Step(t.of("web.gallery.step.matched"), Step.State.DONE),
                new Step(t.of("web.gallery.step.confirmed"), Step.State.DONE),
                new Step(t.of("web.gallery.step.published"), Step.State.CURRENT),
                new Step(t.of("web.gallery.step.granted"), Step.State.AHEAD));
        var next = new Next(t.of("web.gallery.next"), t.of("web.gallery.department"), due("2026-03-13"));
        var timeline = List.of(
                TimelineEntry.of(NOW, t.of("web.gallery.event.published"))
                        .by(t.of("web.gallery.department"))
                        .toned(Tone.WAIT),
                TimelineEntry.of(NOW.minusSeconds(86_400), t.of("web.gallery.event.confirmed"))
                        .toned(Tone.GOOD),
                TimelineEntry.of(NOW.minusSeconds(172_800), t.of("web.gallery.event.matched")));
        return new GalleryPage.Flows(
                steps,
                next,
                List.of(due("2026-03-13"), due("2026-03-10"), due("2026-03-06")),
                timeline,
                reasons(),
                identity());
    }

    private IdentityBar identity() {
        var names = List.of(
                new IdentityBar.Name("澄明智能科技有限公司", "zh-CN", null),
                new IdentityBar.Name("Chengming Intelligence Co., Ltd.", "en", null));
        var badge = new IdentityBar.Badge(
                Tag.of(Tone.GOOD, "web.gallery.state.done"), t.of("web.gallery.identity.badge", NOW));
        return new IdentityBar(names, tags().subList(1, 2), facts().subList(1, 3), badge, "/gallery");
    }

    private List<Reason> reasons() {
        var basis = new Reason.Basis(facts().subList(1, 2), t.of("web.gallery.clause"), t.of("web.gallery.quote"));
        return List.of(Reason.of(
                Verdict.UNKNOWN,
                t.of("web.gallery.reason.all"),
                Reason.of(Verdict.MET, t.of("web.gallery.reason.staff")).on(basis),
                Reason.of(Verdict.UNMET, t.of("web.gallery.reason.district")).on(basis),
                Reason.of(Verdict.UNKNOWN, t.of("web.gallery.reason.filing")),
                Reason.of(Verdict.REVIEW, t.of("web.gallery.reason.rate"))));
    }

    private Form form() {
        return Form.to(
                        "/gallery",
                        "web.gallery.form.submit",
                        Field.text("job_name", "web.gallery.form.name").hint("web.gallery.form.name.hint"),
                        Field.number("gpus", "web.gallery.form.gpus")
                                .unit("web.gallery.form.gpus.unit")
                                .value("64"),
                        Field.select(
                                "pool",
                                "web.gallery.form.pool",
                                List.of(Option.literal("a", "A800 · 上海临港"), Option.literal("b", "910B · 无锡"))),
                        Field.radios(
                                        "when",
                                        "web.gallery.form.when",
                                        List.of(
                                                Option.key("now", "web.gallery.form.when.now"),
                                                Option.key("night", "web.gallery.form.when.night")
                                                        .hint(t.of("web.gallery.form.when.night.hint"))))
                                .value("now"),
                        Field.upload("file", "web.gallery.form.file", new UploadLimit(".csv,text/csv", 1024 * 1024, 1))
                                .hint("web.gallery.form.file.hint")
                                .optional(),
                        Field.of(FieldKind.TEXTAREA, "note", "web.gallery.form.note")
                                .optional())
                .keyed(new RequestKey("gallery-example"));
    }

    private Form refusedForm() {
        return Form.to(
                        "/gallery",
                        "web.gallery.form.submit",
                        Field.text("title", "web.gallery.form.name"),
                        Field.number("count", "web.gallery.form.gpus").unit("web.gallery.form.gpus.unit"))
                .answered(Map.of("count", "many"))
                .wrong(List.of(
                        FieldError.of("title", "web.form.required", t.of("web.gallery.form.name")),
                        FieldError.of("count", "web.gallery.form.gpus.wrong", 1, 1_024)))
                .refused(Refusal.of(CommonRefusal.TOO_MANY_REQUESTS));
    }

    private static Form confirmation() {
        return Form.to("/gallery", "web.gallery.stop").keyed(new RequestKey("gallery-confirm"));
    }

    private static Conflict conflict() {
        var name = Field.text("kept_name", "web.gallery.form.name");
        var gpus = Field.number("kept_gpus", "web.gallery.form.gpus");
        var stored = Form.to("/gallery", "web.gallery.form.submit", name.value("预训练 A"), gpus.value("64"));
        var typed = Form.to("/gallery", "web.gallery.form.submit", name.value("预训练 A"), gpus.value("128"));
        var change = new Conflict.Change("珩穹澜智能体科技有限公司", Instant.parse("2026-11-23T02:10:00Z"));
        return Conflict.between(stored, typed, change, "/gallery");
    }

    private Chart chart() {
        var months = List.of("2026-01", "2026-02", "2026-03");
        var used = List.of(List.of(31_200, 12_400), List.of(28_750, 17_900), List.of(36_480, 21_060));
        var rows = IntStream.range(0, months.size())
                .mapToObj(i -> new Chart.Row(
                        months.get(i), used.get(i).stream().map(this::hours).toList()))
                .toList();
        return new Chart(
                t.of("web.gallery.chart.title"),
                t.of("web.gallery.chart.description"),
                Chart.Kind.STACKED,
                t.of("web.gallery.chart.unit"),
                t.of("web.gallery.chart.month"),
                List.of(
                        new Chart.Series(t.of("web.gallery.chart.training"), 1),
                        new Chart.Series(t.of("web.gallery.chart.serving"), 2)),
                rows);
    }

    private Chart.Cell hours(int gpuHours) {
        return new Chart.Cell(BigDecimal.valueOf(gpuHours), t.number(gpuHours));
    }

    private static LogView log() {
        return new LogView(
                List.of(
                        "10:30:00 read 12,000 documents, 48.1 MB",
                        "10:30:04 dropped 318 near-duplicates (MinHash, threshold 0.82)",
                        "10:30:07 masked 42 telephone numbers",
                        "10:30:09 wrote 11,682 documents"),
                4,
                true,
                "",
                "");
    }
}
