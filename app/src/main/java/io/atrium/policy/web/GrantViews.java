// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.GrantStepView;
import io.atrium.policy.GrantView;
import io.atrium.policy.PublishedPolicy;
import io.atrium.policy.domain.GrantEvent;
import io.atrium.policy.domain.GrantState;
import io.atrium.policy.domain.GrantSteps;
import io.atrium.policy.domain.ObjectionTerm;
import io.atrium.web.component.Due;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Next;
import io.atrium.web.component.Step;
import io.atrium.web.component.TimelineEntry;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the page of one grant.
final class GrantViews {

    /// The way of a grant that meets no obstacle.
    static final List<GrantState> STRAIGHT =
            List.of(GrantState.DATA_MATCHED, GrantState.PUBLICITY, GrantState.FIRM_CONFIRM, GrantState.GRANTED);

    /// Under whose name the deadlines act.
    private static final String SYSTEM = "policy";

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

    GrantPage page(
            GrantView grant, PublishedPolicy policy, List<GrantStepView> history, GrantAside aside, GrantForms forms) {
        return new GrantPage(
                words.of(policy.header().benefit()),
                Tags.of(grant.state()),
                t.money(grant.amount()),
                steps(grant.state()),
                next(grant.state(), dueAt(grant, history)),
                about(grant, policy, aside, forms.leadsToVoucher(grant)),
                forms.accept(grant),
                List.of(
                        t.of("policy.grant.accept.voucher", grant.amount()),
                        t.of(
                                "policy.grant.accept.terms",
                                words.of(policy.header().benefit()))),
                forms.decline(grant),
                List.of(t.of("policy.grant.decline.final", grant.amount())),
                forms.office(grant, t),
                history.stream().map(this::entry).toList(),
                forms.sheet(grant));
    }

    String title(PublishedPolicy policy) {
        return words.of(policy.header().title());
    }

    private List<Fact> about(GrantView grant, PublishedPolicy policy, GrantAside aside, boolean leadsToVoucher) {
        var about = new ArrayList<Fact>();
        about.add(Fact.of(t.of("policy.grant.firm"), grant.firmName(t.lang())));
        about.add(Fact.of(
                        t.of("policy.grant-list.policy"),
                        words.of(policy.header().title()))
                .linked("/policies/" + policy.id()));
        about.add(Fact.of(t.of("policy.card.when"), new PaidWhen(t).of(grant)));
        about.addAll(aside.facts(grant.state(), t));
        about.add(Fact.of(
                t.of("policy.about.contact"),
                words.of(policy.header().contact(), t.of("policy.about.contact.unknown"))));
        if (grant.state() != GrantState.DATA_MATCHED) { // until its list is confirmed only the department sees it
            about.add(Fact.of(t.of("policy.grant.list"), t.of("policy.grant.list.see"))
                    .linked("/grant-lists/" + grant.list()));
        }
        if (leadsToVoucher && grant.voucher() instanceof String voucher) {
            about.add(Fact.of(t.of("policy.grant.voucher"), t.of("policy.grant.voucher.see"))
                    .linked("/vouchers/" + voucher));
        }
        return about;
    }

    private TimelineEntry entry(GrantStepView step) {
        var event = t.of("policy.grant.event", step.event());
        var what = step.note() == null ? event : t.of("policy.grant.note", event, step.note());
        return TimelineEntry.of(step.at(), what)
                .by(step.by().equals(SYSTEM) ? t.of("policy.grant.by-system") : step.by())
                .toned(Tags.tone(step.state()));
    }

    /// While an objection holds the grant, what is due is the ruling.
    private @Nullable Instant dueAt(GrantView grant, List<GrantStepView> history) {
        return grant.state() != GrantState.OBJECTION_HELD
                ? grant.dueAt()
                : history.stream()
                        .filter(step -> step.event() == GrantEvent.OBJECTION_RAISED)
                        .map(GrantStepView::at)
                        .max(Comparator.naturalOrder())
                        .map(at -> ObjectionTerm.ruleBy(at, calendar))
                        .orElse(null);
    }

    List<Step> steps(GrantState state) {
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
    static GrantState straight(GrantState state) {
        return switch (state) {
            case RULE_PUBLISHED, DATA_MATCHED, LIST_CONFIRMED, POOL_EXHAUSTED -> GrantState.DATA_MATCHED;
            case PUBLICITY, OBJECTION_HELD, OBJECTION_UPHELD -> GrantState.PUBLICITY;
            case FIRM_CONFIRM, DECLINED, WAIVED_NO_CONFIRM, BUDGET_YEAR_CLOSED -> GrantState.FIRM_CONFIRM;
            case PAYMENT_ORDER, ACCOUNT_ABNORMAL, RETURNED, GRANTED, CLAWBACK_HEARING, CLAWBACK_REVIEW, CLAWBACK ->
                GrantState.GRANTED;
        };
    }

    @Nullable
    Next next(GrantState state, @Nullable Instant dueAt) {
        if (!state.isOpen()) {
            return null;
        }
        var key = "policy.grant.next." + state.name();
        return new Next(t.of(key), t.of(key + ".who"), due(dueAt));
    }

    @Nullable
    Due due(@Nullable Instant at) {
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
