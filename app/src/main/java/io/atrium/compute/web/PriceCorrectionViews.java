// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.correction.PriceCorrectionEffect;
import io.atrium.compute.correction.PriceCorrectionEffect.FirmEffect;
import io.atrium.compute.correction.PriceCorrectionLine;
import io.atrium.compute.correction.PriceCorrectionState;
import io.atrium.compute.correction.PriceCorrectionView;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.web.component.Column;
import io.atrium.web.component.Due;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Next;
import io.atrium.web.component.Step;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Price corrections in the reader's words.
record PriceCorrectionViews(Text t) {

    static Table table() {
        return Table.of(
                "compute.price-corrections.caption",
                Empty.nothingYet("compute.price-corrections.none"),
                0,
                Column.text("compute.pool"),
                Column.text("compute.price-correction.change"),
                Column.text("compute.price-correction.period"),
                Column.text("compute.job.state"),
                Column.text("compute.price-correction.proposed-by"),
                Column.text("compute.price-correction.proposed-at"));
    }

    PriceCorrectionPage.Row row(PriceCorrectionView correction) {
        return new PriceCorrectionPage.Row(
                "/price-corrections/" + correction.id(),
                correction.wish().pool(),
                change(correction.wish()),
                period(correction.wish()),
                tag(correction.state()),
                correction.proposed().by(),
                t.dateTimeShort(correction.proposed().at()));
    }

    private String change(PriceCorrectionView.Wish wish) {
        return t.of("compute.price-correction.change.of", t.yuan(wish.wrongPrice()), t.yuan(wish.rightPrice()));
    }

    private String period(PriceCorrectionView.Wish wish) {
        return t.of("compute.price-correction.period.of", t.dateShort(wish.firstDay()), t.dateShort(wish.lastDay()));
    }

    static Tag tag(PriceCorrectionState state) {
        var tone = switch (state) {
            case PROPOSED -> Tone.WAIT;
            case APPROVED -> Tone.INFO;
            case DONE -> Tone.GOOD;
            case REJECTED -> Tone.BAD;
            case WITHDRAWN -> Tone.PLAIN;
        };
        return Tag.of(tone, "compute.price-correction.state." + state);
    }

    List<Step> steps(PriceCorrectionView correction) {
        var decided = switch (correction.state()) {
            case PROPOSED -> Step.State.CURRENT;
            case APPROVED, DONE -> Step.State.DONE;
            case REJECTED, WITHDRAWN -> Step.State.FAILED;
        };
        var corrected = switch (correction.state()) {
            case APPROVED -> Step.State.CURRENT;
            case DONE -> Step.State.DONE;
            case PROPOSED, REJECTED, WITHDRAWN -> Step.State.AHEAD;
        };
        return List.of(
                new Step(t.of("compute.price-correction.step.PROPOSED"), Step.State.DONE),
                new Step(t.of("compute.price-correction.step.DECIDED"), decided),
                new Step(t.of("compute.price-correction.step.CORRECTED"), corrected));
    }

    @Nullable
    Next next(PriceCorrectionView correction, Map<PriceCorrectionLine.State, Integer> states, @Nullable Due due) {
        return switch (correction.state()) {
            case PROPOSED ->
                new Next(
                        t.of("compute.price-correction.next.decide"),
                        t.of(
                                "compute.price-correction.next.second",
                                correction.proposed().by()),
                        due);
            case APPROVED ->
                new Next(
                        t.of(
                                "compute.price-correction.next.correct",
                                states.getOrDefault(PriceCorrectionLine.State.TO_DO, 0),
                                states.getOrDefault(PriceCorrectionLine.State.REFUSED, 0)),
                        t.of("compute.price-correction.next.system"),
                        null);
            case DONE, REJECTED, WITHDRAWN -> null;
        };
    }

    List<Fact> asked(PriceCorrectionView.Wish wish) {
        return List.of(
                Fact.of(t.of("compute.pool"), wish.pool()),
                Fact.of(t.of("compute.price-correction.wrong"), t.yuan(wish.wrongPrice())),
                Fact.of(t.of("compute.price-correction.right"), t.yuan(wish.rightPrice())),
                Fact.of(t.of("compute.price-correction.period"), period(wish)),
                Fact.of(t.of("compute.price-correction.reason"), wish.reason()));
    }

    List<Fact> facts(PriceCorrectionView correction, String provider) {
        var facts = new ArrayList<>(asked(correction.wish()));
        facts.add(1, Fact.of(t.of("compute.provider"), provider));
        facts.add(Fact.of(
                t.of("compute.price-correction.proposed-by"),
                correction.proposed().by()));
        facts.add(Fact.of(
                t.of("compute.price-correction.proposed-at"),
                t.dateTime(correction.proposed().at())));
        var end = correction.end();
        if (end != null) {
            facts.add(Fact.of(t.of("compute.quota.ended-by"), end.by()));
            facts.add(Fact.of(t.of("compute.quota.ended-at"), t.dateTime(end.at())));
            facts.add(Fact.of(t.of("compute.quota.ended-reason"), end.reason().isEmpty() ? "—" : end.reason()));
        }
        return facts;
    }

    PriceCorrectionPage.Effect effect(PriceCorrectionEffect effect, Map<OrgId, String> names) {
        var words = new ArrayList<String>();
        words.add(t.of(
                "compute.price-correction.effect.bills",
                effect.bills(),
                effect.firms().size()));
        words.add(t.of("compute.price-correction.effect.ledger"));
        if (effect.jobsToCome() > 0) {
            words.add(t.of("compute.price-correction.effect.to-come", effect.jobsToCome()));
        }
        words.add(t.of(
                effect.isAskedNow()
                        ? "compute.price-correction.effect.asked-now"
                        : "compute.price-correction.effect.asked-before"));
        var rows = effect.firms().stream()
                .map(firm ->
                        row(firm, names.getOrDefault(firm.firm(), firm.firm().value())))
                .toList();
        var sum = row(new FirmEffect(new OrgId("-"), effect.bills(), effect.before(), effect.after()), "");
        return new PriceCorrectionPage.Effect(effectTable(rows.size()), rows, sum, words);
    }

    private PriceCorrectionPage.EffectRow row(FirmEffect firm, String name) {
        return new PriceCorrectionPage.EffectRow(
                name, t.number(firm.bills()), t.yuan(firm.before()), t.yuan(firm.after()), signed(firm.difference()));
    }

    private String signed(Fen amount) {
        return (amount.isPositive() ? "+" : "") + t.yuan(amount);
    }

    private static Table effectTable(int rows) {
        return Table.of(
                "compute.price-correction.effect.caption",
                Empty.nothingYet("compute.price-correction.effect.none"),
                rows,
                Column.text("compute.job.firm"),
                Column.number("compute.price-correction.effect.count"),
                Column.number("compute.price-correction.effect.before"),
                Column.number("compute.price-correction.effect.after"),
                Column.number("compute.price-correction.effect.difference"));
    }

    static Table lineTable(int rows) {
        return Table.of(
                "compute.price-correction.lines",
                Empty.nothingYet("compute.price-correction.effect.none"),
                rows,
                Column.text("compute.job"),
                Column.text("compute.job.state"),
                Column.text("compute.price-correction.line.why"));
    }

    PriceCorrectionPage.Line line(PriceCorrectionLine line) {
        var tone = switch (line.state()) {
            case TO_DO -> Tone.WAIT;
            case DONE -> Tone.GOOD;
            case REFUSED -> Tone.BAD;
            case UNTOUCHED -> Tone.PLAIN;
        };
        var refusal = line.refusal();
        return new PriceCorrectionPage.Line(
                line.name(),
                line.bill() == null ? null : "/bills/" + line.bill(),
                Tag.of(tone, "compute.price-correction.line." + line.state()),
                refusal == null ? "" : t.refusal(refusal).title());
    }
}
