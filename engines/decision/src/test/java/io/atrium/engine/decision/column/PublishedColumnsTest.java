// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.TestPackages;
import io.atrium.engine.decision.column.snapshot.SnapshotBuilder;
import io.atrium.engine.decision.decide.CompiledPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
        var firms = new CheckSet(policy, 4L);
        var examples = policy.policy().examples();
        for (var day : List.of(examples.getFirst().asOf(), LocalDate.of(2026, 7, 1))) {
            Agreement.assertHolds(policy, firms.firmsLikeTheExamples(FIRMS), day);
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
}
