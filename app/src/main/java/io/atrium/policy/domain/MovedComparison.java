// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.dmn.Comparison;
import io.atrium.engine.decision.fact.Fact;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.policy.Example;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/// A condition whose threshold was moved (移动的门槛), and how a fact of an example moves with it: an example that passed by
/// a fen passes by a fen again.
record MovedComparison(Comparison was, FactValue to) {

    private static final int MONEY_DIGITS = 2;
    private static final int QUOTIENT_DIGITS = 12;
    private static final BigDecimal COUNTED_MAX = new BigDecimal("10000");
    private static final BigDecimal NEAR_SHARE = new BigDecimal("0.0001");

    /// What a fact becomes.
    record Shift(String key, FactValue from, FactValue to) {}

    static Optional<MovedComparison> of(CompiledPolicy policy, String decision, FactValue to) {
        var outline = policy.model().outline().decisions().get(decision);
        return Comparison.of(outline == null ? null : outline.expression())
                .filter(was -> was.threshold().type() == to.type())
                .map(was -> new MovedComparison(was, to));
    }

    /// Nothing when the example says the same about the condition as before and says it from afar.
    ///
    /// @param facts the example's facts as moved so far
    /// @param keys the facts that may be moved
    Optional<Shift> shift(CompiledPolicy policy, Example example, FactSet facts, Set<String> keys) {
        var then = value(policy, example, example.facts());
        var now = value(policy, example, facts);
        if (then.isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        boolean held = holds(then.get(), was.threshold());
        if (holds(now.get(), to) == held && !isNear(then.get())) {
            return Optional.empty();
        }
        boolean isExact = MovedFigure.isSame(then.get(), was.threshold());
        return keys.stream()
                .flatMap(key -> facts.find(key).stream())
                .flatMap(fact -> candidates(fact.value()).map(value -> new Shift(fact.key(), fact.value(), value)))
                .filter(shift -> value(policy, example, facts.with(Fact.of(shift.key(), shift.to())))
                        .filter(moved -> holds(moved, to) == held)
                        .filter(moved -> !isExact || MovedFigure.isSame(moved, to))
                        .isPresent())
                .findFirst();
    }

    private Optional<FactValue> value(CompiledPolicy policy, Example example, FactSet facts) {
        return policy.valueOf(facts, example.asOf(), was.subject())
                .flatMap(text -> to.type().parse(text));
    }

    private boolean holds(FactValue value, FactValue threshold) {
        int compared = switch (value) {
            case FactValue.Quantity(var number)
            when threshold instanceof FactValue.Quantity(var limit) -> number.compareTo(limit);
            case FactValue.Day(var day) when threshold instanceof FactValue.Day(var limit) -> day.compareTo(limit);
            default -> 1;
        };
        return switch (was.operator()) {
            case AT_LEAST -> compared >= 0;
            case MORE_THAN -> compared > 0;
            case AT_MOST -> compared <= 0;
            case LESS_THAN -> compared < 0;
            case EQUAL -> compared == 0;
            case UNEQUAL -> compared != 0;
        };
    }

    private boolean isNear(FactValue value) {
        return switch (value) {
            case FactValue.Quantity(var number)
            when was.threshold() instanceof FactValue.Quantity(var limit) -> {
                boolean isCount = limit.stripTrailingZeros().scale() <= 0 && limit.compareTo(COUNTED_MAX) < 0;
                var near = isCount ? BigDecimal.ONE : limit.abs().multiply(NEAR_SHARE);
                yield number.subtract(limit).abs().compareTo(near) <= 0;
            }
            case FactValue.Day(var day)
            when was.threshold() instanceof FactValue.Day(var limit) ->
                Math.abs(ChronoUnit.DAYS.between(limit, day)) <= 1;
            default -> false;
        };
    }

    private Stream<FactValue> candidates(FactValue value) {
        return switch (value) {
            case FactValue.Quantity(var number)
            when was.threshold() instanceof FactValue.Quantity(var before)
                    && to instanceof FactValue.Quantity(var after) ->
                Stream.of(
                                Optional.of(number.add(after.subtract(before))),
                                scaled(number, after, before),
                                scaled(number, before, after))
                        .flatMap(Optional::stream)
                        .filter(moved -> moved.signum() >= 0)
                        .map(moved -> rounded(moved, number))
                        .map(FactValue.Quantity::new);
            case FactValue.Day(var day)
            when was.threshold() instanceof FactValue.Day(var before) && to instanceof FactValue.Day(var after) ->
                Stream.of(new FactValue.Day(day.plusDays(ChronoUnit.DAYS.between(before, after))));
            default -> Stream.of();
        };
    }

    private static Optional<BigDecimal> scaled(BigDecimal number, BigDecimal by, BigDecimal from) {
        return from.signum() == 0
                ? Optional.empty()
                : Optional.of(number.multiply(by).divide(from, QUOTIENT_DIGITS, RoundingMode.HALF_UP));
    }

    /// As many digits as the author wrote, and no more than fen.
    private static BigDecimal rounded(BigDecimal number, BigDecimal like) {
        var stripped = number.stripTrailingZeros();
        int digits = Math.max(like.scale(), Math.min(Math.max(stripped.scale(), 0), MONEY_DIGITS));
        return number.setScale(digits, RoundingMode.HALF_UP);
    }

    static List<MovedComparison> all(CompiledPolicy policy, SortedMap<String, FactValue> figures) {
        return figures.entrySet().stream()
                .flatMap(figure -> of(policy, figure.getKey(), figure.getValue()).stream())
                .toList();
    }
}
