// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.fact.Fact;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Firms on which two ways of deciding a policy are compared (核对集): those of its examples, and firms like them, with
/// facts
/// of several examples mixed, some nudged, some dropped. The same seed gives the same firms.
final class CheckSet {

    private final CompiledPolicy policy;
    private final Random random;

    CheckSet(CompiledPolicy policy, long seed) {
        this.policy = policy;
        this.random = new Random(seed);
    }

    List<FactSet> firmsLikeTheExamples(int firms) {
        return IntStream.range(0, firms).mapToObj(_ -> firm()).toList();
    }

    private FactSet firm() {
        var examples = policy.policy().examples();
        var facts = new ArrayList<Fact>();
        policy.factsAsked().forEach((key, type) -> {
            var donor = examples.get(random.nextInt(examples.size()));
            donor.facts()
                    .find(key)
                    .filter(_ -> random.nextInt(12) > 0)
                    .map(fact -> nudged(fact, type))
                    .ifPresent(facts::add);
        });
        return FactSet.of(facts);
    }

    private Fact nudged(Fact fact, FactType type) {
        if (type != FactType.NUMBER
                || random.nextInt(3) > 0
                || !(fact.value() instanceof FactValue.Quantity(var number))) {
            return fact;
        }
        var other = switch (random.nextInt(6)) {
            case 0 -> BigDecimal.ZERO;
            case 1 -> number.add(new BigDecimal("0.01"));
            case 2 -> number.subtract(BigDecimal.ONE);
            case 3 -> number.negate();
            case 4 -> number.multiply(new BigDecimal("1000000000000000"));
            default -> number.multiply(BigDecimal.valueOf(random.nextInt(200), 2));
        };
        return Fact.of(fact.key(), new FactValue.Quantity(other));
    }
}
