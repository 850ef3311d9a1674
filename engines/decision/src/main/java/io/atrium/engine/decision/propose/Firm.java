// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.propose;

import io.atrium.engine.decision.check.ExampleRun;
import io.atrium.engine.decision.decide.AmountResult;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.decide.ConditionResult;
import io.atrium.engine.decision.decide.ConditionStatus;
import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.dmn.DmnOutline;
import io.atrium.engine.decision.fact.Fact;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.policy.Condition;
import io.atrium.engine.decision.policy.Example;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An invented firm on a day.
///
/// @param changed the keys of the facts in which it differs from the firm that it was made of
record Firm(FactSet facts, LocalDate day, List<String> changed) {

    static Firm of(Example example) {
        return new Firm(example.facts(), example.asOf(), List.of());
    }

    Firm with(String key, FactValue value) {
        return key.equals(DmnOutline.AS_OF) && value instanceof FactValue.Day(var date)
                ? on(date)
                : new Firm(facts.with(Fact.of(key, value)), day, more(key));
    }

    Firm without(String key) {
        return new Firm(facts.without(key), day, more(key));
    }

    Firm on(LocalDate other) {
        return new Firm(facts, other, changed);
    }

    private List<String> more(String key) {
        return Stream.concat(changed.stream(), Stream.of(key)).distinct().toList();
    }

    Optional<FactValue> value(String key) {
        return facts.find(key).map(Fact::value);
    }

    /// What the model says, as an example that expects exactly that.
    ExampleRun decided(CompiledPolicy policy, String name) {
        var decision = policy.decide(facts, day);
        return new ExampleRun(policy, example(policy, decision, name), decision);
    }

    private Example example(CompiledPolicy policy, Decision decision, String name) {
        var amount = Optional.ofNullable(decision.amount())
                .flatMap(AmountResult::yuan)
                .map(BigDecimal::toPlainString);
        return new Example(name, day, facts, decision.outcome().name(), unusual(policy, decision.conditions()), amount);
    }

    /// Conditions that hold, or wait for their review, go without saying.
    private static Map<String, String> unusual(CompiledPolicy policy, ConditionResult conditions) {
        var usual = new LinkedHashMap<String, ConditionStatus>();
        policy.policy().conditions().leaves().forEach(leaf -> usual.put(leaf.id(), usualOf(leaf)));
        var unusual = new LinkedHashMap<String, String>();
        conditions
                .leaves()
                .filter(leaf -> leaf.status() != usual.get(leaf.id()))
                .forEach(leaf -> unusual.put(leaf.id(), leaf.status().name()));
        return unusual;
    }

    private static ConditionStatus usualOf(Condition.Leaf leaf) {
        return leaf.review() ? ConditionStatus.MANUAL_REVIEW : ConditionStatus.MET;
    }
}
