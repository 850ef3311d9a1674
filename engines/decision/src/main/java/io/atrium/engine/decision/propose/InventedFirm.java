// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.propose;

import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.dmn.Comparison;
import io.atrium.engine.decision.dmn.Comparison.Operator;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// A firm of which every fact is known and every simple condition holds: where to begin when a package has no example
/// that passes.
final class InventedFirm {

    private static final BigDecimal PLENTY = new BigDecimal("100");

    private InventedFirm() {}

    static Firm of(CompiledPolicy policy, LocalDate day) {
        var outline = policy.model().outline();
        var firm = new Firm(FactSet.of(List.of()), day, List.of());
        for (var asked : policy.factsAsked().entrySet()) {
            firm = firm.with(asked.getKey(), usual(asked.getValue(), day));
        }
        for (var leaf : policy.policy().conditions().leaves().toList()) {
            var decision = leaf.decision() == null ? null : outline.decisions().get(leaf.decision());
            var comparison = Comparison.of(decision == null ? null : decision.expression())
                    .filter(one -> outline.facts().containsKey(one.subject()));
            if (comparison.isPresent()) {
                firm = firm.with(comparison.get().subject(), meeting(comparison.get()));
            }
        }
        return new Firm(
                firm.facts(),
                inForce(policy, day),
                policy.factsAsked().keySet().stream().toList());
    }

    private static FactValue usual(FactType type, LocalDate day) {
        return switch (type) {
            case BOOLEAN -> new FactValue.Truth(true);
            case NUMBER -> new FactValue.Quantity(PLENTY);
            case TEXT -> new FactValue.Text("…");
            case DATE -> new FactValue.Day(day);
        };
    }

    private static FactValue meeting(Comparison comparison) {
        int by = comparison.operator() == Operator.MORE_THAN ? 1 : comparison.operator() == Operator.LESS_THAN ? -1 : 0;
        return switch (comparison.threshold()) {
            case FactValue.Quantity(var number) -> new FactValue.Quantity(number.add(BigDecimal.valueOf(by)));
            case FactValue.Day(var day) -> new FactValue.Day(day.plusDays(by));
            case FactValue.Truth(var truth) -> new FactValue.Truth(truth == (comparison.operator() == Operator.EQUAL));
            case FactValue.Text(var text) ->
                new FactValue.Text(comparison.operator() == Operator.EQUAL ? text : text + "…");
        };
    }

    private static LocalDate inForce(CompiledPolicy policy, LocalDate day) {
        var period = policy.policy().header().period();
        var from = period.from();
        var to = period.to();
        if (from != null && day.isBefore(from)) {
            return from;
        }
        return to != null && day.isAfter(to) ? to : day;
    }
}
