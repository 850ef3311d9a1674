// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.TestPackages;
import io.atrium.engine.decision.fact.Fact;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/// What must hold for every policy and every firm: firms are drawn around the examples of each policy.
class DecisionPropertiesTest {

    private static final List<CompiledPolicy> POLICIES = TestPackages.allReady();
    private static final CompiledPolicy DEMO = TestPackages.ready(TestPackages.DEMO);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Property(tries = 200)
    void takingAFactAwayNeverMakesAYes(@ForAll long seed) {
        var random = new Random(seed);
        for (var policy : POLICIES) {
            var facts = firmLike(policy, random);
            var forgotten = new ArrayList<>(facts.keys())
                    .get(random.nextInt(facts.keys().size()));
            var before = policy.decide(facts, DAY);
            var after = policy.decide(facts.without(forgotten), DAY);
            if (before.conditions().status() != ConditionStatus.MET) {
                assertThat(after.conditions().status()).isNotEqualTo(ConditionStatus.MET);
            }
            if (before.conditions().status() == ConditionStatus.UNMET) {
                assertThat(after.conditions().status())
                        .isIn(ConditionStatus.UNMET, ConditionStatus.UNKNOWN, ConditionStatus.MANUAL_REVIEW);
            }
            if (before.outcome() != Outcome.ENTITLED) {
                assertThat(after.outcome()).isNotEqualTo(Outcome.ENTITLED);
            }
        }
    }

    @Property(tries = 200)
    void neverGrantsOnAnUnknownAndNeverWhatIsNotInForce(@ForAll long seed) {
        var random = new Random(seed);
        for (var policy : POLICIES) {
            var decision = policy.decide(firmLike(policy, random), DAY);
            if (decision.outcome() == Outcome.ENTITLED || decision.outcome() == Outcome.CEILING) {
                assertThat(decision.missingFacts()).isEmpty();
                assertThat(policy.policy().header().status().canGrant()).isTrue();
            }
            if (decision.conditions().status() == ConditionStatus.UNKNOWN) {
                assertThat(decision.outcome()).isIn(Outcome.UNKNOWN, Outcome.NOT_IN_FORCE);
            }
        }
    }

    @Property(tries = 500)
    void amountsAreExactToTheFen(@ForAll @LongRange(min = 10_000_000, max = 10_000_000_000L) long spentFen) {
        var spent = BigDecimal.valueOf(spentFen, 2);
        var facts = passing(DEMO)
                .with(Fact.of("rd_spend", new FactValue.Quantity(spent)))
                .with(Fact.of("revenue", new FactValue.Quantity(spent)));

        var amount = Objects.requireNonNull(DEMO.decide(facts, DAY).amount());

        var expected = spent.multiply(new BigDecimal("0.3"))
                .min(new BigDecimal("200000"))
                .setScale(2, RoundingMode.DOWN)
                .unscaledValue()
                .longValueExact();
        assertThat(amount.amountFen()).isEqualTo(expected);
    }

    /// The facts of one example, some of them replaced by those of another, some dropped.
    private static FactSet firmLike(CompiledPolicy policy, Random random) {
        var examples = policy.policy().examples();
        var facts = new ArrayList<Fact>();
        policy.factsAsked().forEach((key, type) -> {
            var donor = examples.get(random.nextInt(examples.size()));
            donor.facts().find(key).filter(_ -> random.nextInt(8) > 0).ifPresent(facts::add);
        });
        facts.add(Fact.of("unasked", FactType.NUMBER.parse("1").orElseThrow()));
        return FactSet.of(facts);
    }

    private static FactSet passing(CompiledPolicy policy) {
        return policy.policy().examples().getFirst().facts();
    }
}
