// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.propose;

import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.dmn.Comparison;
import io.atrium.engine.decision.fact.FactValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Firms that differ from given ones in one thing each.
final class Variations {

    private static final String OTHER_TEXT = "…";

    private final CompiledPolicy policy;
    private final List<Boundary> boundaries;
    private final Reach reach;

    Variations(CompiledPolicy policy, List<Boundary> boundaries, Reach reach) {
        this.policy = policy;
        this.boundaries = boundaries;
        this.reach = reach;
    }

    List<Firm> of(List<Firm> starts) {
        var found = new ArrayList<Firm>(starts);
        starts.forEach(start -> found.addAll(of(start).toList()));
        return found;
    }

    private Stream<Firm> of(Firm start) {
        return Stream.of(
                        boundaries.stream().flatMap(boundary -> around(start, boundary)),
                        policy.factsAsked().keySet().stream().flatMap(fact -> otherwise(start, fact)),
                        texts(start),
                        days().map(start::on),
                        policy.factsAsked().keySet().stream().map(start::without))
                .flatMap(firms -> firms);
    }

    private Stream<Firm> around(Firm start, Boundary boundary) {
        return reach.reach(start, boundary).stream()
                .flatMap(reached -> Stream.of(reached.at().stream(), reached.below().stream(), reached.above().stream())
                        .flatMap(firms -> firms));
    }

    private static Stream<Firm> otherwise(Firm start, String fact) {
        return switch (start.value(fact).orElse(null)) {
            case FactValue.Truth(var truth) -> Stream.of(start.with(fact, new FactValue.Truth(!truth)));
            case FactValue.Text _ -> Stream.of(start.with(fact, new FactValue.Text(OTHER_TEXT)));
            case FactValue.Quantity _ -> Stream.of(start.with(fact, new FactValue.Quantity(BigDecimal.ZERO)));
            case null, default -> Stream.of();
        };
    }

    /// Texts that a comparison asks for.
    private Stream<Firm> texts(Firm start) {
        return policy.model().outline().decisions().values().stream()
                .flatMap(decision -> Comparison.of(decision.expression()).stream())
                .filter(comparison -> comparison.threshold() instanceof FactValue.Text)
                .filter(comparison -> policy.factsAsked().containsKey(comparison.subject()))
                .map(comparison -> start.with(comparison.subject(), comparison.threshold()));
    }

    private Stream<LocalDate> days() {
        var period = policy.policy().header().period();
        return Stream.concat(
                Stream.ofNullable(period.from()).flatMap(day -> Stream.of(day, day.minusDays(1))),
                Stream.ofNullable(period.to()).flatMap(day -> Stream.of(day, day.plusDays(1))));
    }
}
