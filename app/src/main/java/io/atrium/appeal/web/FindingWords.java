// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.Rules;
import io.atrium.appeal.pattern.FindingReasons;
import io.atrium.appeal.pattern.FindingState;
import io.atrium.appeal.pattern.FindingView;
import io.atrium.web.component.Step;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A finding in the reader's words.
record FindingWords(Text t, AppealWords appeals) {

    /// Smaller chances differ for nobody.
    private static final double CHANCE_TOLD_MIN = 0.0001;

    static FindingWords of(Text t, Rules rules) {
        return new FindingWords(t, AppealWords.of(t, rules));
    }

    static Tag tag(FindingState state) {
        var tone = switch (state) {
            case OPEN -> Tone.WAIT;
            case TAKEN_ON -> Tone.INFO;
            case CLOSED -> Tone.GOOD;
        };
        return Tag.of(tone, "appeal.finding.state." + state);
    }

    String kind(FindingView finding) {
        return t.of("appeal.finding.kind", finding.kind());
    }

    String title(FindingView finding) {
        return t.of("appeal.finding.title." + finding.kind(), place(finding), category(finding));
    }

    String place(FindingView finding) {
        return finding.place().isEmpty() ? t.of("appeal.finding.everywhere") : finding.place();
    }

    String category(FindingView finding) {
        return appeals.category(finding.category());
    }

    List<Step> steps(FindingState state) {
        return List.of(
                new Step(t.of("appeal.finding.step.found"), Step.State.DONE),
                new Step(
                        t.of("appeal.finding.step.taken"),
                        state == FindingState.OPEN ? Step.State.CURRENT : Step.State.DONE),
                new Step(
                        t.of("appeal.finding.step.closed"),
                        switch (state) {
                            case OPEN -> Step.State.AHEAD;
                            case TAKEN_ON -> Step.State.CURRENT;
                            case CLOSED -> Step.State.DONE;
                        }));
    }

    /// @param firm what a firm is called
    List<String> reasons(FindingReasons reasons, UnaryOperator<String> firm) {
        var words = new ArrayList<String>();
        var count = reasons.count();
        if (count != null) {
            words.add(t.of(
                    "appeal.finding.reason.count",
                    count.firms(),
                    count.days(),
                    t.number(BigDecimal.valueOf(count.expected()).setScale(1, RoundingMode.HALF_UP)),
                    count.usualMin(),
                    count.usualMax()));
        }
        var chance = reasons.chance();
        if (chance != null) {
            words.add(t.of(
                    "appeal.finding.reason.chance", percent(chance.chance()), chance.tests(), percent(chance.limit())));
        }
        var again = reasons.again();
        if (again != null) {
            words.add(t.of("appeal.finding.reason.again", firm.apply(again.firm()), again.days(), again.times()));
        }
        if (!reasons.terms().isEmpty()) {
            words.add(t.of("appeal.finding.reason.terms", String.join(t.of("web.list.separator"), reasons.terms())));
        }
        return words;
    }

    private String percent(double chance) {
        return chance < CHANCE_TOLD_MIN
                ? t.of("appeal.finding.chance.tiny")
                : t.number(BigDecimal.valueOf(100 * chance).setScale(2, RoundingMode.HALF_UP)) + "%";
    }
}
