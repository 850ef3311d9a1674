// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.check;

import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.Problems;
import java.util.List;

/// Runs every example of a package and tells what does not come out as expected, and what the examples leave open.
public final class ExampleCheck {

    private ExampleCheck() {}

    public static List<Problem> check(CompiledPolicy policy) {
        var problems = new Problems();
        var runs = policy.policy().examples().stream()
                .map(example -> ExampleRun.of(policy, example))
                .toList();
        for (var run : runs) {
            ExpectedResults.check(run, problems);
            AmountSums.check(run, problems);
        }
        Coverage.check(policy, runs, problems);
        return problems.list();
    }
}
