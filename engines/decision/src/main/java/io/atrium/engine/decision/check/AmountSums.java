// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.check;

import io.atrium.engine.decision.decide.AmountResult;
import io.atrium.engine.decision.policy.AmountRule.Role;
import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.problem.Problems;
import io.atrium.engine.decision.read.ExamplesFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks that the lines shown below an amount lead to it: base × rate = product, and the amount is the least of
/// product (or base) and cap, in whole fen.
final class AmountSums {

    private AmountSums() {}

    static void check(ExampleRun run, Problems problems) {
        var amount = run.decision().amount();
        if (amount != null) {
            amount.yuan().ifPresent(yuan -> check(run, amount, yuan, problems));
        }
    }

    private static void check(ExampleRun run, AmountResult amount, BigDecimal yuan, Problems problems) {
        var product = value(amount, Role.PRODUCT);
        var base = value(amount, Role.BASE);
        var rate = value(amount, Role.RATE);
        if (product.isPresent()
                && base.isPresent()
                && rate.isPresent()
                && base.get().multiply(rate.get()).compareTo(product.get()) != 0) {
            add(run, problems, "base × rate is not the product shown");
        }
        var cap = value(amount, Role.CAP);
        Stream.concat(product.or(() -> base).stream(), cap.stream())
                .min(BigDecimal::compareTo)
                .map(least -> least.setScale(2, RoundingMode.DOWN))
                .filter(least -> least.compareTo(yuan) != 0)
                .ifPresent(least -> add(run, problems, "the steps lead to " + least + ", not to the amount"));
    }

    static Optional<BigDecimal> value(AmountResult amount, Role role) {
        return amount.steps().stream()
                .filter(step -> step.role() == role)
                .flatMap(step -> Stream.ofNullable(step.value()))
                .map(BigDecimal::new)
                .findFirst();
    }

    private static void add(ExampleRun run, Problems problems, String what) {
        var mend = "let the model compute the amount from its steps";
        problems.add(ProblemCode.EXAMPLE_WRONG, ExamplesFile.NAME, run.example().name(), what, mend);
    }
}
