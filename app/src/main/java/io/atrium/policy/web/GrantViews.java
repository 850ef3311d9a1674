// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.GrantListView;
import io.atrium.policy.GrantStepView;
import io.atrium.policy.GrantView;
import io.atrium.policy.PublishedPolicy;
import io.atrium.policy.domain.GrantEvent;
import io.atrium.policy.domain.GrantState;
import io.atrium.policy.domain.GrantSteps;
import io.atrium.web.component.Column;
import io.atrium.web.component.Due;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Next;
import io.atrium.web.component.Step;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.TimelineEntry;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the pages of lists and grants.
final class GrantViews {

    /// The way of a grant that meets no obstacle.
    private static final List<GrantState> STRAIGHT =
            List.of(GrantState.DATA_MATCHED, GrantState.PUBLICITY, GrantState.FIRM_CONFIRM, GrantState.GRANTED);

    private final Text t;
    private final PolicyWords words;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    GrantViews(Text t, FactCatalogue catalogue, BusinessClock clock, WorkingCalendar calendar) {
        this.t = t;
        this.words = new PolicyWords(t, catalogue);
        this.clock = clock;
        this.calendar = calendar;
    }

    // ---- lists

    GrantListsPage.Row row(GrantListView list, PublishedPolicy policy) {
        return new GrantListsPage.Row(
                words.of(policy.header().title()),
                "/grant-lists/" + list.id(),
                list.createdAt(),
                listState(list),
                due(list.publicityEndsAt()));
    }

    GrantListPage page(GrantListView list, PublishedPolicy policy, List<GrantView> grants, GrantForms forms) {
        var sum = grants.stream().map(GrantView::amount).reduce(Fen.ZERO, Fen::plus);
        var about = new ArrayList<Fact>();
        about.add(Fact.of(
                        t.of("policy.grant-list.policy"),
                        words.of(policy.header().title()))
                .linked("/policies/" + policy.id()));
        about.add(Fact.of(t.of("policy.grant-list.year"), Integer.toString(list.budgetYear())));
        about.add(Fact.of(t.of("policy.grant-list.budget"), t.money(list.budgetLeft())));
        about.add(Fact.of(t.of("policy.grant-list.created"), t.dateTime(list.createdAt())));
        if (list.confirmedAt() instanceof Instant confirmed) {
            about.add(Fact.of(t.of("policy.grant-list.confirmed"), t.dateTime(confirmed)));
        }
        about.add(Fact.of(t.of("policy.grant-list.sum", grants.size()), t.money(sum))
                .total());
        return new GrantListPage(
                steps(stage(list, grants)),
                next(stage(list, grants), stageDue(list, grants)),
                about,
                forms.confirm(list),
                List.of(
                        t.of("policy.grant-list.consequence.public", grants.size()),
                        t.of("policy.grant-list.consequence.sum", sum, list.budgetLeft())),
                table(grants.size()),
                grants.stream().map(this::row).toList());
    }

    /// Where the list as a whole stands: at the step of those of its grants that are furthest behind.
    private static GrantState stage(GrantListView list, List<GrantView> grants) {
        if (!list.isPublic()) {
            return GrantState.DATA_MATCHED;
        }
        return grants.stream()
                .map(GrantView::state)
                .filter(GrantState::isOpen)
                .map(GrantViews::straight)
                .min(Comparator.comparingInt(STRAIGHT::indexOf))
                .orElse(GrantState.GRANTED);
    }

    private static @Nullable Instant stageDue(GrantListView list, List<GrantView> grants) {
        return switch (stage(list, grants)) {
            case PUBLICITY -> list.publicityEndsAt();
            case FIRM_CONFIRM ->
                grants.stream()
                        .filter(grant -> grant.state() == GrantState.FIRM_CONFIRM)
                        .flatMap(grant -> Stream.ofNullable(grant.dueAt()))
                        .max(Comparator.naturalOrder())
                        .orElse(null);
            default -> null;
        };
    }

    private GrantListPage.Row row(GrantView grant) {
        return new GrantListPage.Row(
                grant.firmName(), "/grants/" + grant.id(), grant.amount(), Tags.of(grant.state()), due(grant.dueAt()));
    }

    private static Table table(int rows) {
        return Table.of(
                "policy.grant-list.caption",
                Empty.nothingYet("policy.grant-list.none"),
                rows,
                Column.text("policy.grant-list.firm"),
                Column.number("policy.grant-list.amount"),
                Column.text("policy.grant-list.state"),
                Column.text("policy.grant-list.due"));
    }

    private static Tag listState(GrantListView list) {
        return list.isPublic()
                ? Tag.of(Tone.GOOD, "policy.list-state.public")
                : Tag.of(Tone.WAIT, "policy.list-state.draft");
    }

    // ---- one grant

    GrantPage page(GrantView grant, PublishedPolicy policy, List<GrantStepView> history, GrantForms forms) {
        return new GrantPage(
                words.of(policy.header().benefit()),
                Tags.of(grant.state()),
                t.money(grant.amount()),
                steps(grant.state()),
                next(grant.state(), grant.dueAt()),
                about(grant, policy),
                forms.accept(grant),
                List.of(
                        t.of("policy.grant.accept.voucher", grant.amount()),
                        t.of(
                                "policy.grant.accept.terms",
                                words.of(policy.header().benefit()))),
                forms.decline(grant),
                List.of(t.of("policy.grant.decline.final", grant.amount())),
                forms.office(grant, t),
                history.stream().map(this::entry).toList());
    }

    String title(PublishedPolicy policy) {
        return words.of(policy.header().title());
    }

    private List<Fact> about(GrantView grant, PublishedPolicy policy) {
        var about = new ArrayList<Fact>();
        about.add(Fact.of(t.of("policy.grant.firm"), grant.firmName()));
        about.add(Fact.of(
                        t.of("policy.grant-list.policy"),
                        words.of(policy.header().title()))
                .linked("/policies/" + policy.id()));
        about.add(Fact.of(t.of("policy.grant.list"), grant.list().value()).linked("/grant-lists/" + grant.list()));
        if (grant.voucher() instanceof String voucher) {
            about.add(Fact.of(t.of("policy.grant.voucher"), voucher).linked("/vouchers/" + voucher));
        }
        return about;
    }

    private TimelineEntry entry(GrantStepView step) {
        var event = t.of("policy.grant.event", step.event());
        var what = step.note() == null ? event : t.of("policy.grant.note", event, step.note());
        return TimelineEntry.of(step.at(), what).by(step.by()).toned(Tags.tone(step.state()));
    }

    private List<Step> steps(GrantState state) {
        int reached = STRAIGHT.indexOf(straight(state));
        var steps = new ArrayList<Step>();
        for (int i = 0; i < STRAIGHT.size(); i++) {
            steps.add(new Step(t.of("policy.grant.step", STRAIGHT.get(i)), stepState(i - reached, state)));
        }
        return steps;
    }

    private static Step.State stepState(int distance, GrantState state) {
        if (distance != 0) {
            return distance < 0 ? Step.State.DONE : Step.State.AHEAD;
        }
        if (state == GrantState.GRANTED) {
            return Step.State.DONE;
        }
        return state.isOpen() ? Step.State.CURRENT : Step.State.FAILED;
    }

    /// The step of the straight way at which a grant stands, or stopped.
    private static GrantState straight(GrantState state) {
        return switch (state) {
            case RULE_PUBLISHED, DATA_MATCHED, LIST_CONFIRMED -> GrantState.DATA_MATCHED;
            case PUBLICITY, OBJECTION_HELD, OBJECTION_UPHELD -> GrantState.PUBLICITY;
            case FIRM_CONFIRM, DECLINED, WAIVED_NO_CONFIRM, BUDGET_YEAR_CLOSED -> GrantState.FIRM_CONFIRM;
            case PAYMENT_ORDER, ACCOUNT_ABNORMAL, GRANTED, CLAWBACK -> GrantState.GRANTED;
        };
    }

    private @Nullable Next next(GrantState state, @Nullable Instant dueAt) {
        if (!state.isOpen()) {
            return null;
        }
        var key = "policy.grant.next." + state.name();
        return new Next(t.of(key), t.of(key + ".who"), due(dueAt));
    }

    private @Nullable Due due(@Nullable Instant at) {
        return at == null ? null : Due.of(at, clock.instant(), calendar);
    }

    /// Whether an event is allowed now, so that a form is offered only where it can succeed.
    static boolean isPossible(GrantView grant, GrantEvent event) {
        return GrantSteps.next(grant.state(), event).isPresent();
    }

    static boolean mayAccept(Actor actor, GrantView grant) {
        return actor.scope(Permission.ACCEPT_GRANT).sees(grant.firm());
    }
}
