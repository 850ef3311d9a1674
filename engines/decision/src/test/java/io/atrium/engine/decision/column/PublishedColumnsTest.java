// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.TestPackages;
import io.atrium.engine.decision.column.snapshot.SnapshotBuilder;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.fact.Fact;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every package in `policies/`, decided over columns and row by row.
class PublishedColumnsTest {

    private static final int FIRMS = 120;

    /// Calendar arithmetic, and quotients that are computed with further: left to the row path.
    private static final Set<String> BY_ROWS = Set.of("registered_one_year", "enough_rd", "grows");

    static Stream<CompiledPolicy> policies() {
        return TestPackages.allReady().stream();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void bothPathsAgreeOnFirmsLikeTheExamples(CompiledPolicy policy) {
        var random = new Random(20_261_124L);
        var examples = policy.policy().examples();
        for (var day : List.of(examples.getFirst().asOf(), LocalDate.of(2026, 7, 1))) {
            var firms = IntStream.range(0, FIRMS)
                    .mapToObj(_ -> firmLike(policy, random))
                    .toList();
            Agreement.assertHolds(policy, firms, day);
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void allButAFewDecisionsRunOverColumns(CompiledPolicy policy) {
        var snapshot = new SnapshotBuilder(policy.factsAsked()).freeze();

        assertThat(ColumnPolicy.compile(policy, snapshot, LocalDate.of(2026, 7, 1))
                        .fallbacks())
                .extracting(Fallback::decision)
                .isSubsetOf(BY_ROWS);
    }

    /// Facts of several examples mixed, a few nudged, a few dropped.
    private static FactSet firmLike(CompiledPolicy policy, Random random) {
        var examples = policy.policy().examples();
        var facts = new ArrayList<Fact>();
        policy.factsAsked().forEach((key, type) -> {
            var donor = examples.get(random.nextInt(examples.size()));
            donor.facts()
                    .find(key)
                    .filter(_ -> random.nextInt(12) > 0)
                    .map(fact -> nudged(fact, type, random))
                    .ifPresent(facts::add);
        });
        return FactSet.of(facts);
    }

    private static Fact nudged(Fact fact, FactType type, Random random) {
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
