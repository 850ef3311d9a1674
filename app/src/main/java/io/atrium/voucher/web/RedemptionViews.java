// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.web;

import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.voucher.redemption.PreCheck;
import io.atrium.voucher.redemption.RedemptionEvent;
import io.atrium.voucher.redemption.RedemptionState;
import io.atrium.voucher.redemption.RedemptionTerms;
import io.atrium.voucher.redemption.RedemptionView;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Redemptions in the reader's words.
///
/// @param names of organisations
record RedemptionViews(Text t, Function<OrgId, String> names) {

    static Tag tag(RedemptionState state) {
        var tone = switch (state) {
            case SUBMITTED, RETURNED -> Tone.WAIT;
            case ACCEPTED -> Tone.GOOD;
            case REJECTED -> Tone.BAD;
            case WITHDRAWN, LAPSED -> Tone.PLAIN;
        };
        return Tag.of(tone, "voucher.redemption.state." + state.name());
    }

    static Tag tag(RedemptionView.LineState state) {
        var tone = switch (state) {
            case ASKED -> Tone.WAIT;
            case ACCEPTED -> Tone.GOOD;
            case REFUSED -> Tone.BAD;
            case FREED -> Tone.PLAIN;
        };
        return Tag.of(tone, "voucher.redemption.line." + state.name());
    }

    static Table listed(boolean ofManyFirms) {
        var columns = new ArrayList<Column>();
        columns.add(Column.text("voucher.column.voucher"));
        if (ofManyFirms) {
            columns.add(Column.text("voucher.column.firm"));
        }
        columns.addAll(List.of(
                Column.text("voucher.column.state"),
                Column.number("voucher.redemption.asked"),
                Column.number("voucher.redemption.paid"),
                Column.text("voucher.redemption.submitted-at"),
                Column.text("voucher.redemption.decide-by")));
        return Table.of(
                "voucher.redemptions.caption",
                Empty.nothingYet("voucher.redemptions.none"),
                0,
                columns.toArray(Column[]::new));
    }

    RedemptionPage.Row row(RedemptionView redemption, String voucher) {
        return new RedemptionPage.Row(
                "/redemptions/" + redemption.id(),
                voucher,
                names.apply(redemption.firm()),
                tag(redemption.state()),
                t.yuan(redemption.asked()),
                redemption.state() == RedemptionState.ACCEPTED ? t.yuan(redemption.paid()) : "—",
                t.dateTimeShort(redemption.submitted().at()),
                redemption.state() == RedemptionState.SUBMITTED
                        ? t.dateTimeShort(redemption.submitted().decideBy())
                        : "—");
    }

    List<Step> steps(RedemptionView redemption) {
        var decided = switch (redemption.state()) {
            case SUBMITTED -> Step.State.CURRENT;
            case RETURNED -> Step.State.AHEAD;
            case ACCEPTED -> Step.State.DONE;
            case REJECTED, WITHDRAWN, LAPSED -> Step.State.FAILED;
        };
        var steps = new ArrayList<Step>();
        steps.add(new Step(t.of("voucher.redemption.step.SUBMITTED"), Step.State.DONE));
        if (redemption.returned() != null) {
            steps.add(new Step(
                    t.of("voucher.redemption.step.MENDED"),
                    redemption.state() == RedemptionState.RETURNED ? Step.State.CURRENT : Step.State.DONE));
        }
        steps.add(new Step(t.of("voucher.redemption.step.DECIDED"), decided));
        steps.add(new Step(
                t.of("voucher.redemption.step.PAID"),
                redemption.state() == RedemptionState.ACCEPTED ? Step.State.DONE : Step.State.AHEAD));
        return steps;
    }

    @Nullable
    Next next(RedemptionView redemption, @Nullable Due due) {
        return switch (redemption.state()) {
            case SUBMITTED ->
                new Next(t.of("voucher.redemption.next.decide"), names.apply(redemption.department()), due);
            case RETURNED -> new Next(t.of("voucher.redemption.next.mend"), names.apply(redemption.firm()), due);
            case ACCEPTED, REJECTED, WITHDRAWN, LAPSED -> null;
        };
    }

    List<Fact> facts(RedemptionView redemption, Fact voucher, RedemptionTerms terms) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("voucher.redemption.number"), redemption.id().value()));
        facts.add(voucher);
        facts.add(Fact.of(t.of("voucher.column.firm"), names.apply(redemption.firm())));
        facts.add(Fact.of(t.of("voucher.redemption.department"), names.apply(redemption.department())));
        facts.add(Fact.of(
                        t.of("voucher.redemption.submitted-by"),
                        redemption.submitted().by())
                .from(t.dateTime(redemption.submitted().at())));
        facts.add(Fact.of(
                        t.of("voucher.redemption.decide-by"),
                        t.dateTime(redemption.submitted().decideBy()))
                .from(t.of("voucher.redemption.days.assumed", terms.decideDays())));
        var returned = redemption.returned();
        if (returned != null) {
            facts.add(Fact.of(t.of("voucher.redemption.return-reason"), returned.reason()));
            facts.add(Fact.of(t.of("voucher.redemption.mend-by"), t.dateTime(returned.mendBy()))
                    .from(t.of("voucher.redemption.days.assumed", terms.mendDays())));
        }
        var end = redemption.end();
        if (end != null) {
            facts.add(Fact.of(t.of("voucher.redemption.ended-by"), end.by()).from(t.dateTime(end.at())));
            if (!end.clause().isEmpty()) {
                facts.add(Fact.of(t.of("voucher.redemption.clause"), end.clause()));
            }
            if (!end.reason().isEmpty()) {
                facts.add(Fact.of(t.of("voucher.redemption.reason"), end.reason()));
            }
        }
        return facts;
    }

    List<Fact> money(RedemptionView redemption) {
        return List.of(
                Fact.of(t.of("voucher.redemption.base"), t.yuan(redemption.base())),
                Fact.of(t.of("voucher.redemption.held"), t.yuan(redemption.held())),
                Fact.of(t.of("voucher.redemption.asked"), t.yuan(redemption.asked())),
                Fact.of(t.of("voucher.redemption.paid"), t.yuan(redemption.paid()))
                        .total());
    }

    static Table table(int rows) {
        return Table.of(
                "voucher.redemption.lines",
                Empty.nothingYet("voucher.redemption.lines.none"),
                rows,
                Column.text("voucher.redemption.bill"),
                Column.text("voucher.redemption.supplier"),
                Column.text("voucher.redemption.day"),
                Column.number("voucher.redemption.own"),
                Column.number("voucher.redemption.asked"),
                Column.number("voucher.redemption.paid"),
                Column.text("voucher.column.state"));
    }

    RedemptionPage.Line line(RedemptionView.Line line, boolean isLinked) {
        return new RedemptionPage.Line(
                line.name(),
                isLinked ? "/bills/" + line.bill() : null,
                names.apply(line.supplier()),
                t.dateShort(line.billedOn()),
                t.yuan(line.amount()),
                t.yuan(line.asked()),
                line.state() == RedemptionView.LineState.ACCEPTED ? t.yuan(line.paid()) : "—",
                tag(line.state()));
    }

    List<TimelineEntry> timeline(List<RedemptionEvent> events) {
        return events.stream()
                .map(event -> {
                    var what = t.of("voucher.redemption.event." + event.kind(), event.detail());
                    var entry = TimelineEntry.of(event.at(), what);
                    return event.actor() == null ? entry : entry.by(event.actor());
                })
                .toList();
    }

    /// What the voucher pays back, and how far.
    List<Fact> rules(PreCheck check) {
        var voucher = check.voucher();
        var department = check.department();
        return List.of(
                Fact.of(t.of("voucher.redemption.rate"), t.of("voucher.rate.redeem", voucher.rate())),
                Fact.of(t.of("voucher.redemption.most"), t.money(check.most())),
                Fact.of(
                                t.of("voucher.redemption.validity"),
                                t.of(
                                        "voucher.redemption.validity.of",
                                        t.dateShort(voucher.issuedAt()
                                                .atZone(BusinessClock.ZONE)
                                                .toLocalDate()),
                                        t.dateShort(voucher.validUntil())))
                        .from(t.of("voucher.redemption.validity.assumed")),
                Fact.of(
                        t.of("voucher.redemption.department"),
                        department == null ? t.of("voucher.redemption.department.none") : names.apply(department)));
    }

    /// Together, before it is handed in.
    List<Fact> money(PreCheck check) {
        return List.of(
                Fact.of(t.of("voucher.redemption.base"), t.yuan(check.base())),
                Fact.of(
                        t.of("voucher.redemption.rate"),
                        t.of("voucher.rate.redeem", check.voucher().rate())),
                Fact.of(t.of("voucher.redemption.most"), t.money(check.most())),
                Fact.of(t.of("voucher.redemption.asked"), t.yuan(check.sum())).total(),
                Fact.of(t.of("voucher.redemption.left"), t.yuan(check.most().minus(check.sum()))));
    }

    List<String> effects(PreCheck check, RedemptionTerms terms, boolean isCapped) {
        var effects = new ArrayList<String>();
        if (isCapped) {
            effects.add(t.of("voucher.redemption.effect.capped", check.most()));
        }
        var department = check.department();
        effects.add(t.of(
                "voucher.redemption.effect.who",
                department == null ? t.of("voucher.redemption.department.none") : names.apply(department),
                t.dateTime(check.decideBy()),
                terms.decideDays()));
        effects.add(t.of("voucher.redemption.effect.held"));
        effects.add(t.of("voucher.redemption.effect.paid"));
        effects.add(t.of("voucher.redemption.effect.once"));
        effects.add(t.of("voucher.redemption.effect.corrected"));
        return effects;
    }

    static boolean isCapped(PreCheck check) {
        return check.payable().stream()
                        .map(one -> one.bill().paid().share(check.voucher().rate()))
                        .reduce(Fen.ZERO, Fen::plus)
                        .compareTo(check.most())
                > 0;
    }
}
