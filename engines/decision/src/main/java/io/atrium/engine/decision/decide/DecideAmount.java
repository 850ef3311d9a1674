// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.decide;

import io.atrium.engine.decision.policy.AmountRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/// Turns the results of a model into an amount in whole fen, with the lines that lead to it.
/// Yuan are exact decimals inside the model; the one rounding, down to whole fen, happens here.
final class DecideAmount {

    /// A trillion yuan: beyond it a model is wrong, not generous.
    static final BigDecimal YUAN_MAX = new BigDecimal("1000000000000");

    private static final int FEN_DIGITS = 2;

    private final Evaluation evaluation;

    DecideAmount(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    AmountResult decide(AmountRule rule) {
        var steps = rule.steps().stream().map(this::step).toList();
        var amount = result(rule)
                .flatMap(step ->
                        yuan(step).map(yuan -> yuan.movePointRight(FEN_DIGITS).longValueExact()));
        return new AmountResult(rule.kind(), amount.orElse(null), steps, rule.assumption());
    }

    /// Keys of facts that are missing for the amount.
    Stream<String> missing(AmountRule rule) {
        return rule.steps().stream()
                .flatMap(step -> evaluation.missingFor(step.decision()).stream())
                .distinct()
                .sorted();
    }

    private AmountResult.Step step(AmountRule.Step step) {
        var value = step.role() == AmountRule.Role.AMOUNT ? yuan(step) : known(step);
        return new AmountResult.Step(
                step.decision(),
                step.role(),
                step.label(),
                value.map(BigDecimal::toPlainString).orElse(null),
                step.unit(),
                step.clause());
    }

    private static Optional<AmountRule.Step> result(AmountRule rule) {
        return rule.steps().stream()
                .filter(step -> step.role() == AmountRule.Role.AMOUNT)
                .findFirst();
    }

    private Optional<BigDecimal> yuan(AmountRule.Step step) {
        return known(step)
                .filter(value -> value.signum() >= 0 && value.compareTo(YUAN_MAX) <= 0)
                .map(value -> value.setScale(FEN_DIGITS, RoundingMode.DOWN));
    }

    /// A figure that rests on a missing fact is not known, whatever the model made of it.
    private Optional<BigDecimal> known(AmountRule.Step step) {
        return evaluation.missingFor(step.decision()).isEmpty() ? evaluation.number(step.decision()) : Optional.empty();
    }
}
