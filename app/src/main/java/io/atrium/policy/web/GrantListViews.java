// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.kernel.Fen;
import io.atrium.kernel.calendar.Deadline;
import io.atrium.kernel.calendar.DeadlineUnit;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.GrantListForecast;
import io.atrium.policy.GrantListTotals;
import io.atrium.policy.GrantListView;
import io.atrium.policy.GrantRow;
import io.atrium.policy.PublishedPolicy;
import io.atrium.policy.domain.GrantState;
import io.atrium.policy.domain.ObjectionTerm;
import io.atrium.web.ListQuery;
import io.atrium.web.component.Column;
import io.atrium.web.component.Due;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.Next;
import io.atrium.web.component.Option;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the pages of lists of grants.
final class GrantListViews {

    private final Text t;
    private final GrantViews grants;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    GrantListViews(Text t, GrantViews grants, BusinessClock clock, WorkingCalendar calendar) {
        this.t = t;
        this.grants = grants;
        this.clock = clock;
        this.calendar = calendar;
    }

    GrantListsPage.Row row(GrantListView list, PublishedPolicy policy, GrantListTotals totals) {
        return new GrantListsPage.Row(
                grants.title(policy),
                "/grant-lists/" + list.id(),
                list.createdAt(),
                state(list),
                totals.firms(),
                totals.sum(),
                grants.due(list.publicityEndsAt()));
    }

    /// One page of the firms on a list.
    record Firms(ListQuery query, int total, List<GrantRow> rows) {}

    GrantListPage page(
            GrantListView list,
            PublishedPolicy policy,
            GrantListTotals totals,
            @Nullable GrantListForecast forecast,
            Firms firms,
            GrantForms forms) {
        return new GrantListPage(
                grants.steps(stage(list, totals)),
                list.first() == null || list.isPublic()
                        ? grants.next(stage(list, totals), stageDue(list, totals))
                        : new Next(
                                t.of("policy.grant-list.second.next"),
                                t.of(
                                        "policy.grant-list.second.who",
                                        list.first().by()),
                                grants.due(stageDue(list, totals))),
                about(list, policy, totals),
                states(list, totals),
                forms.confirm(list, forecast),
                forecast == null ? List.of() : consequences(list, policy, forecast),
                firms.query(),
                filters(),
                table().paged(firms.query(), firms.total()).exported(firms.query()),
                firms.rows().stream().map(this::row).toList());
    }

    private List<Fact> about(GrantListView list, PublishedPolicy policy, GrantListTotals totals) {
        var about = new ArrayList<Fact>();
        about.add(
                Fact.of(t.of("policy.grant-list.policy"), grants.title(policy)).linked("/policies/" + policy.id()));
        about.add(Fact.of(t.of("policy.grant-list.year"), Integer.toString(list.budgetYear())));
        about.add(Fact.of(t.of("policy.grant-list.created"), t.dateTime(list.createdAt())));
        Optional.ofNullable(list.first())
                .ifPresent(first -> about.add(Fact.of(
                        t.of("policy.grant-list.first"), t.of("policy.grant-list.first.by", first.by(), first.at()))));
        Optional.ofNullable(list.confirmedAt())
                .ifPresent(at -> about.add(Fact.of(t.of("policy.grant-list.confirmed"), t.dateTime(at))));
        Optional.ofNullable(list.publicityEndsAt())
                .ifPresent(at -> about.add(Fact.of(t.of("policy.grant-list.publicity"), inWords(at))));
        about.add(Fact.of(t.of("policy.grant-list.budget"), t.money(list.budgetLeft())));
        about.add(Fact.of(t.of("policy.grant-list.sum", totals.firms()), t.money(totals.sum())));
        about.add(after(list.budgetLeft(), totals.sum()).total());
        return about;
    }

    /// What the pool holds once every firm of the list has confirmed.
    private Fact after(Fen budget, Fen sum) {
        var left = budget.minus(sum);
        return left.isNegative()
                ? Fact.of(t.of("policy.grant-list.short"), t.money(left.negated()))
                : Fact.of(t.of("policy.grant-list.after"), t.money(left));
    }

    private String inWords(Instant at) {
        var due = Due.of(at, clock.instant(), calendar);
        return due.isPassed()
                ? t.of("policy.grant-list.publicity.over", at)
                : t.of("policy.grant-list.publicity.until", at, due.left(t));
    }

    /// How many firms stand where; each figure leads to the rows that prove it.
    private List<Fact> states(GrantListView list, GrantListTotals totals) {
        return totals.lines().stream()
                .map(line -> Fact.of(
                                t.of("policy.grant.state", line.state()),
                                t.of("policy.grant-list.state-sum", line.firms(), line.sum()))
                        .linked("/grant-lists/" + list.id() + "?state="
                                + line.state().name()))
                .toList();
    }

    private List<String> consequences(GrantListView list, PublishedPolicy policy, GrantListForecast forecast) {
        var cut = forecast.cut();
        var lines = new ArrayList<String>();
        if (forecast.isSecondNeeded()) {
            var limits = forecast.limits();
            lines.add(t.of(
                    list.first() == null
                            ? "policy.grant-list.consequence.first"
                            : "policy.grant-list.consequence.second",
                    limits.listLimit(),
                    limits.grantLimit()));
        }
        lines.add(t.of("policy.grant-list.consequence.public", cut.served().size()));
        lines.add(t.of("policy.grant-list.consequence.sum", cut.sum(), cut.left()));
        if (!cut.leftOut().isEmpty()) {
            lines.add(
                    t.of("policy.grant-list.consequence.left-out", cut.leftOut().size()));
        }
        Optional.ofNullable(policy.header().grant()).ifPresent(terms -> {
            var ends = new Deadline(terms.publicityWorkingDays(), DeadlineUnit.WORKING_DAY)
                    .dueAfter(clock.instant(), calendar);
            lines.add(t.of("policy.grant-list.consequence.until", ends, terms.confirmWorkingDays()));
        });
        return lines;
    }

    /// Where the list as a whole stands: at the step of those of its grants that are furthest behind.
    private static GrantState stage(GrantListView list, GrantListTotals totals) {
        if (!list.isPublic()) {
            return GrantState.DATA_MATCHED;
        }
        return totals.lines().stream()
                .map(GrantListTotals.Line::state)
                .filter(GrantState::isOpen)
                .map(GrantViews::straight)
                .min(Comparator.comparingInt(GrantViews.STRAIGHT::indexOf))
                .orElse(GrantState.GRANTED);
    }

    private static @Nullable Instant stageDue(GrantListView list, GrantListTotals totals) {
        return switch (stage(list, totals)) {
            case DATA_MATCHED -> totals.checkBy();
            case PUBLICITY -> list.publicityEndsAt();
            case FIRM_CONFIRM -> totals.confirmBy();
            default -> null;
        };
    }

    private GrantListPage.Row row(GrantRow row) {
        var grant = row.grant();
        return new GrantListPage.Row(
                grant.firmName(t.lang()),
                "/grants/" + grant.id(),
                grant.amount(),
                Tags.of(grant.state()),
                grant.state().isOpen()
                        ? t.of("policy.grant.next." + grant.state().name() + ".who")
                        : "",
                grants.due(dueAt(row)));
    }

    /// While an objection holds a grant, what is due is the ruling.
    @Nullable
    Instant dueAt(GrantRow row) {
        var objectedAt = row.objectedAt();
        return row.grant().state() == GrantState.OBJECTION_HELD && objectedAt != null
                ? ObjectionTerm.ruleBy(objectedAt, calendar)
                : row.grant().dueAt();
    }

    private static List<Field> filters() {
        var states = Stream.concat(
                Stream.of(Option.key("", "policy.filter.all")),
                Arrays.stream(GrantState.values())
                        .map(state -> Option.key(state.name(), "policy.grant.state." + state.name())));
        return List.of(
                Field.text("text", "policy.grant-list.firm"),
                Field.select("state", "policy.grant-list.state", states.toList()));
    }

    private static Table table() {
        return Table.of(
                "policy.grant-list.caption",
                Empty.nothingYet("policy.grant-list.none"),
                0,
                Column.text("policy.grant-list.firm").sortedBy("firm"),
                Column.number("policy.grant-list.amount").sortedBy("amount"),
                Column.text("policy.grant-list.state").sortedBy("state"),
                Column.text("policy.grant-list.who"),
                Column.text("policy.grant-list.due").sortedBy("due"));
    }

    private static Tag state(GrantListView list) {
        return list.isPublic()
                ? Tag.of(Tone.GOOD, "policy.list-state.public")
                : Tag.of(Tone.WAIT, "policy.list-state.draft");
    }
}
