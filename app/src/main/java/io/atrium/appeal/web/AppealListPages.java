// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.AppealFilter;
import io.atrium.appeal.AppealFilter.View;
import io.atrium.appeal.AppealState;
import io.atrium.appeal.AppealView;
import io.atrium.appeal.Appeals;
import io.atrium.appeal.FigureCases;
import io.atrium.appeal.Rules;
import io.atrium.appeal.Urgency;
import io.atrium.identity.OrganisationNames;
import io.atrium.identity.OrganisationView;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Option;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.deadline.Dues;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/appeals`: the board. A list first; the same rows in columns by state when asked for.
@Controller
class AppealListPages {

    static final String PATH = "/appeals";
    private static final String COLUMNS = "columns";

    private final Appeals appeals;
    private final Rules rules;
    private final OrganisationNames names;
    private final Dues dues;
    private final Sheets sheets;

    AppealListPages(Appeals appeals, Rules rules, OrganisationNames names, Dues dues, Sheets sheets) {
        this.appeals = appeals;
        this.rules = rules;
        this.names = names;
        this.dues = dues;
        this.sheets = sheets;
    }

    @Bean
    static NavItem appealsNavItem() {
        return NavItem.needing(Permission.READ_APPEAL, NavGroup.NEEDS, "appeal.nav.list", PATH, 10);
    }

    @GetMapping(PATH)
    PageView list(Actor actor, ListQuery query, Text t) {
        actor.require(Permission.READ_APPEAL);
        var filter = filter(actor, query);
        boolean isFirm = actor.kind() == OrgKind.FIRM;
        var rows = rows(actor, appeals.list(actor, filter, query.offset(), query.size()), t);
        boolean inColumns = COLUMNS.equals(query.filter("layout"));
        var page = new AppealsPage(
                actor.may(Permission.RAISE_APPEAL),
                Appeals.raisesForOthers(actor),
                views(actor, query, t),
                layouts(query, inColumns, t),
                query,
                filters(t),
                table(isFirm).paged(query, appeals.count(actor, filter)).exported(query),
                !isFirm,
                filter.figure() == null ? null : t.of("appeal.figure.list", t.of("appeal.figure", filter.figure())),
                rows,
                inColumns ? lanes(rows, t) : List.of());
        return PageView.of("appeal/appeals", "appeal.list.title", page).under(Crumb.of("insight.nav.home", "/"));
    }

    @GetMapping(PATH + "/export")
    ResponseEntity<byte[]> export(Actor actor, ListQuery query, SheetFormat format, Text t) {
        actor.require(Permission.READ_APPEAL);
        var filter = filter(actor, query);
        var rows = SheetRows.paged(
                appeals.count(actor, filter),
                (page, size) -> appeals.list(actor, filter, (long) (page - 1) * size, size));
        var words = AppealWords.of(t, rules);
        var sheet = Sheet.<AppealView>named("appeal.list.title")
                .text("appeal.number", AppealView::number)
                .text("appeal.title", appeal -> appeal.need().title())
                .text("appeal.firm", appeal -> names.of(t, appeal.firm()))
                .text("appeal.category", appeal -> words.category(appeal.need().category()))
                .text("appeal.state", appeal -> t.of("appeal.state", appeal.state()))
                .text("appeal.unit", appeal -> unit(appeal, t))
                .moment("appeal.raised-at", appeal -> appeal.raised().at())
                .moment("appeal.due", AppealListPages::dueAt)
                .moment("appeal.answered-at", AppealView::answeredAt)
                .moment("appeal.closed-at", AppealView::closedAt)
                .number(
                        "appeal.rating",
                        appeal -> appeal.verdict() == null
                                ? null
                                : appeal.verdict().rating());
        return sheets.answer(sheet, rows, new SheetAsk(format, query, t));
    }

    private static @Nullable Instant dueAt(AppealView appeal) {
        var next = appeal.nextDue();
        return next == null ? null : next.at();
    }

    private String unit(AppealView appeal, Text t) {
        var unit = appeal.owner().unit();
        return unit == null ? "" : names.of(t, unit);
    }

    private List<AppealsPage.Row> rows(Actor actor, List<AppealView> listed, Text t) {
        var concerned = new LinkedHashSet<OrgId>();
        listed.forEach(appeal -> {
            concerned.add(appeal.firm());
            Optional.ofNullable(appeal.owner().unit()).ifPresent(concerned::add);
        });
        var called = names.of(t, concerned);
        var words = AppealWords.of(t, rules);
        var helps = appeals.helpDues(actor, listed);
        return listed.stream()
                .map(appeal -> row(appeal, helps.get(appeal.id()), called, words, t))
                .toList();
    }

    /// @param help when the reader's own help is due; null where it does not help
    private AppealsPage.Row row(
            AppealView appeal, @Nullable Instant help, Map<OrgId, String> called, AppealWords words, Text t) {
        var next = appeal.nextDue();
        var clock = next == null ? null : words.clock(next.kind());
        var due = next == null ? null : dues.at(next.at());
        var unit = appeal.owner().unit();
        boolean isUrgent = appeal.need().urgency() != Urgency.NORMAL;
        return new AppealsPage.Row(
                PATH + "/" + appeal.id(),
                appeal.number(),
                appeal.need().title(),
                called.getOrDefault(appeal.firm(), ""),
                words.category(appeal.need().category()),
                AppealWords.tag(appeal.state()),
                words.turn(appeal, unit == null ? "" : called.getOrDefault(unit, "")),
                help == null ? clock : t.of("appeal.clock.HELP"),
                help == null ? due : dues.at(help),
                isUrgent,
                isUrgent ? t.of("appeal.urgency", appeal.need().urgency()) : null);
    }

    private static List<AppealsPage.Lane> lanes(List<AppealsPage.Row> rows, Text t) {
        return Arrays.stream(AppealState.values())
                .map(state -> new AppealsPage.Lane(
                        t.of("appeal.state", state),
                        rows.stream()
                                .filter(row -> row.state().key().endsWith("." + state))
                                .toList()))
                .filter(lane -> !lane.rows().isEmpty())
                .toList();
    }

    private List<Tab> views(Actor actor, ListQuery query, Text t) {
        var current = view(actor, query);
        var prefix = actor.kind() == OrgKind.FIRM ? "appeal.view.firm" : "appeal.view";
        var counts = appeals.counts(
                actor, viewsOf(actor).filter(AppealListPages::isCounted).toList());
        return viewsOf(actor)
                .map(view -> {
                    var tab = Tab.of(t.of(prefix, view), PATH + "?view=" + view, view == current);
                    var count = counts.get(view);
                    return count == null ? tab : tab.counting(count);
                })
                .toList();
    }

    /// What is open is counted; what piles up over the years is not: it would be counted at every look.
    private static boolean isCounted(View view) {
        return view != View.ALL && view != View.CLOSED;
    }

    private static Stream<View> viewsOf(Actor actor) {
        if (actor.kind() == OrgKind.FIRM) {
            return Stream.of(View.OPEN, View.WAITING_FOR_FIRM, View.CLOSED);
        }
        var own = Stream.of(View.MINE, View.UNIT, View.DUE_TODAY, View.OVERDUE, View.WAITING_FOR_FIRM, View.ALL);
        return actor.may(Permission.DISPATCH_APPEAL) ? Stream.concat(Stream.of(View.TO_DISPATCH), own) : own;
    }

    /// Opens at what is the reader's to do; a link from a figure shows its cases whatever their state.
    private static View view(Actor actor, ListQuery query) {
        var asked = Arrays.stream(View.values())
                .filter(view -> view.name().equals(query.filter("view")))
                .findFirst();
        if (asked.isPresent()) {
            return asked.get();
        }
        if (!query.filter("figure").isEmpty()) {
            return View.ALL;
        }
        return actor.kind() == OrgKind.FIRM ? View.OPEN : actor.may(Permission.HANDLE_APPEAL) ? View.UNIT : View.OPEN;
    }

    private static List<Tab> layouts(ListQuery query, boolean inColumns, Text t) {
        var list = query.hrefWithout("layout");
        return List.of(
                Tab.of(t.of("appeal.layout.list"), list, !inColumns),
                Tab.of(
                        t.of("appeal.layout.columns"),
                        list + (list.contains("?") ? "&" : "?") + "layout=" + COLUMNS,
                        inColumns));
    }

    private static AppealFilter filter(Actor actor, ListQuery query) {
        var state = Arrays.stream(AppealState.values())
                .filter(each -> each.name().equals(query.filter("state")))
                .findFirst()
                .orElse(null);
        var figure = Arrays.stream(FigureCases.values())
                .filter(each -> each.name().equals(query.filter("figure")))
                .findFirst()
                .orElse(null);
        return new AppealFilter(
                view(actor, query),
                state,
                emptyToNull(query.filter("category")),
                query.filter("unit").equals(FiguresPages.NONE)
                        ? AppealFilter.NO_UNIT
                        : organisation(query.filter("unit")),
                organisation(query.filter("firm")),
                groupOrNull(query.filter("building")),
                groupOrNull(query.filter("district")),
                query.filter("text"),
                start(query.filter("from"), 0),
                start(query.filter("until"), 1),
                figure);
    }

    private static @Nullable String groupOrNull(String text) {
        return text.equals(FiguresPages.NONE) ? AppealFilter.NONE : emptyToNull(text);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable OrgId organisation(String text) {
        return text.matches("org_[a-z0-9]{1,40}") ? new OrgId(text) : null;
    }

    private static @Nullable Instant start(String day, int daysLater) {
        try {
            return day.isEmpty()
                    ? null
                    : LocalDate.parse(day)
                            .plusDays(daysLater)
                            .atStartOfDay(BusinessClock.ZONE)
                            .toInstant();
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private List<Field> filters(Text t) {
        var any = Option.key("", "appeal.filter.any");
        var categories = AppealWords.of(t, rules).categories().stream();
        var states =
                Arrays.stream(AppealState.values()).map(state -> Option.key(state.name(), "appeal.state." + state));
        var units = rules.units().stream()
                .filter(unit -> unit.kind() != OrgKind.PROVIDER)
                .map((OrganisationView unit) ->
                        Option.literal(unit.id().value(), Objects.requireNonNull(OrganisationNames.of(t, unit))));
        return List.of(
                Field.text("text", "appeal.filter.text"),
                Field.select(
                        "category",
                        "appeal.category",
                        Stream.concat(Stream.of(any), categories).toList()),
                Field.select(
                        "state",
                        "appeal.state",
                        Stream.concat(Stream.of(any), states).toList()),
                Field.select(
                        "unit",
                        "appeal.unit",
                        Stream.concat(Stream.of(any), units).toList()),
                Field.of(FieldKind.DATE, "from", "appeal.filter.from"),
                Field.of(FieldKind.DATE, "until", "appeal.filter.until"));
    }

    /// A firm's own name would stand in every row of its list: it is left out there.
    private static Table table(boolean isFirm) {
        var columns = Stream.of(
                        Column.text("appeal.title"),
                        Column.text("appeal.firm"),
                        Column.text("appeal.category"),
                        Column.text("appeal.state"),
                        Column.text("appeal.due"))
                .filter(column -> !isFirm || !column.titleKey().equals("appeal.firm"))
                .toArray(Column[]::new);
        var empty = isFirm
                ? Empty.nothingYet("appeal.list.none.firm", "appeal.raise", "/appeals/new")
                : Empty.nothingYet("appeal.list.none");
        return Table.of("appeal.list.caption", empty, 0, columns);
    }
}
