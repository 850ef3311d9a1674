// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every package in `policies/` passes its own check.
class PublishedPoliciesTest {

    static Stream<Path> packages() {
        return PolicyPackages.list(TestPackages.PUBLISHED).stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void passesItsOwnExamples(Path folder) {
        var problems = switch (PolicyPackages.check(folder)) {
            case ReadOutcome.Refused refused ->
                refused.problems().stream().map(Problem::sentence).toList();
            case ReadOutcome.Ready _ -> List.<String>of();
        };
        assertThat(problems).isEmpty();
    }

    @Test
    void thereAreTwoOfTheDemoAndAtLeastEightRealOnes() {
        assertThat(packages().filter(folder -> folder.toString().contains("/demo/")))
                .hasSize(2);
        assertThat(packages().filter(folder -> !folder.toString().contains("/demo/")))
                .hasSizeGreaterThanOrEqualTo(8);
    }
}
