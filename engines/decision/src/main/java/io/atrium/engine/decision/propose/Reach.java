// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.propose;

import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.dmn.DmnOutline;
import io.atrium.engine.decision.fact.FactValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the fact that brings a firm exactly to a boundary, and one step to either side of it.
///
/// A fact is set; for a computed figure one fact behind it is moved, the others stay. Most figures are sums, products
/// or shares, so a straight line or a reciprocal through what the model says meets the value; the model is asked again
/// and a guess that misses is dropped. What cannot be reached is not proposed.
final class Reach {

    private final CompiledPolicy policy;

    Reach(CompiledPolicy policy) {
        this.policy = policy;
    }

    /// A firm at the boundary and its two neighbours, each where it was found.
    ///
    /// @param at nothing when the value cannot be reached exactly
    record Reached(Optional<Firm> at, Optional<Firm> below, Optional<Firm> above) {}

    Optional<Reached> reach(Firm start, Boundary boundary) {
        var outline = policy.model().outline();
        if (outline.inputs().containsKey(boundary.subject())) {
            var scale = Math.max(scale(boundary.value()), scale(start, boundary.subject()));
            return Optional.of(around(start, boundary, new Moved(boundary.subject(), boundary.value(), scale)));
        }
        return outline.factsBehind(boundary.subject()).stream()
                .flatMap(fact -> solve(start, boundary, fact).stream())
                .findFirst();
    }

    /// @param scale decimal places of the fact
    private record Moved(String fact, FactValue value, int scale) {

        FactValue stepped(int by) {
            return switch (value) {
                case FactValue.Day(var day) -> new FactValue.Day(day.plusDays(by));
                case FactValue.Quantity(var number) ->
                    new FactValue.Quantity(
                            number.setScale(scale, RoundingMode.UNNECESSARY).add(BigDecimal.valueOf(by, scale)));
                default -> value;
            };
        }
    }

    private Reached around(Firm start, Boundary boundary, Moved moved) {
        var neighbours = Stream.of(-1, 1)
                .map(by -> start.with(moved.fact(), moved.stepped(by)))
                .toList();
        return new Reached(
                Optional.of(start.with(moved.fact(), moved.stepped(0))),
                onSide(neighbours, boundary, -1),
                onSide(neighbours, boundary, 1));
    }

    private Optional<Firm> onSide(List<Firm> firms, Boundary boundary, int side) {
        return firms.stream()
                .filter(firm -> value(firm, boundary)
                        .filter(value -> Integer.signum(boundary.side(value)) == side)
                        .isPresent())
                .findFirst();
    }

    private Optional<Reached> solve(Firm start, Boundary boundary, String fact) {
        if (!(start.value(fact).orElse(null) instanceof FactValue.Quantity(var now))
                || !(boundary.value() instanceof FactValue.Quantity(var target))) {
            return Optional.empty();
        }
        int scale = Math.max(0, now.scale());
        var guesses = guesses(start, boundary, new Line(fact, now, target));
        return guesses.stream()
                .flatMap(guess -> rounded(guess, scale).stream())
                .filter(guess -> isAt(start, boundary, fact, guess))
                .findFirst()
                .map(guess -> around(start, boundary, new Moved(fact, new FactValue.Quantity(guess), scale)))
                .or(() -> guesses.stream()
                        .flatMap(guess -> between(start, boundary, fact, rounded(guess, scale)).stream())
                        .findFirst());
    }

    /// Where no value of the fact meets the boundary, the two between which it lies.
    private Optional<Reached> between(Firm start, Boundary boundary, String fact, List<BigDecimal> guesses) {
        var firms = guesses.stream()
                .map(guess -> start.with(fact, new FactValue.Quantity(guess)))
                .toList();
        var below = onSide(firms, boundary, -1);
        var above = onSide(firms, boundary, 1);
        return below.isPresent() && above.isPresent()
                ? Optional.of(new Reached(Optional.empty(), below, above))
                : Optional.empty();
    }

    private record Line(String fact, BigDecimal now, BigDecimal target) {}

    private List<BigDecimal> guesses(Firm start, Boundary boundary, Line line) {
        var other = line.now().add(BigDecimal.ONE.max(line.now().abs()));
        var here = number(start, boundary, line.fact(), line.now());
        var there = number(start, boundary, line.fact(), other);
        if (here == null || there == null) {
            return List.of();
        }
        return Stream.of(straight(line, other, here, there), reciprocal(line, here))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable BigDecimal straight(Line line, BigDecimal other, BigDecimal here, BigDecimal there) {
        var rise = there.subtract(here);
        return rise.signum() == 0
                ? null
                : line.target()
                        .subtract(here)
                        .multiply(other.subtract(line.now()))
                        .divide(rise, MathContext.DECIMAL64)
                        .add(line.now());
    }

    private static @Nullable BigDecimal reciprocal(Line line, BigDecimal here) {
        return line.target().signum() == 0
                ? null
                : here.multiply(line.now()).divide(line.target(), MathContext.DECIMAL64);
    }

    /// Where a fact has whole values only, its neighbours may do as well.
    private static List<BigDecimal> rounded(BigDecimal guess, int scale) {
        return Stream.of(RoundingMode.HALF_UP, RoundingMode.DOWN, RoundingMode.UP)
                .map(mode -> guess.setScale(scale, mode))
                .filter(value -> value.signum() >= 0)
                .distinct()
                .toList();
    }

    private boolean isAt(Firm start, Boundary boundary, String fact, BigDecimal guess) {
        return value(start.with(fact, new FactValue.Quantity(guess)), boundary)
                .filter(value -> boundary.side(value) == 0)
                .isPresent();
    }

    private @Nullable BigDecimal number(Firm start, Boundary boundary, String fact, BigDecimal value) {
        return value(start.with(fact, new FactValue.Quantity(value)), boundary).orElse(null)
                        instanceof FactValue.Quantity(var number)
                ? number
                : null;
    }

    Optional<FactValue> value(Firm firm, Boundary boundary) {
        return policy.valueOf(firm.facts(), firm.day(), boundary.subject())
                .flatMap(boundary.value().type()::parse);
    }

    private static int scale(FactValue value) {
        return value instanceof FactValue.Quantity(var number) ? Math.max(0, number.scale()) : 0;
    }

    private static int scale(Firm firm, String fact) {
        return fact.equals(DmnOutline.AS_OF)
                ? 0
                : firm.value(fact).map(Reach::scale).orElse(0);
    }
}
