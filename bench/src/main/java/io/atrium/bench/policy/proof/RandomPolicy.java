// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.policy.proof;

import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.dmn.DmnModel;
import io.atrium.engine.decision.policy.AmountRule;
import io.atrium.engine.decision.policy.BenefitKind;
import io.atrium.engine.decision.policy.Condition;
import io.atrium.engine.decision.policy.GrantMode;
import io.atrium.engine.decision.policy.LocalText;
import io.atrium.engine.decision.policy.Mark;
import io.atrium.engine.decision.policy.PaymentMode;
import io.atrium.engine.decision.policy.Period;
import io.atrium.engine.decision.policy.PolicyHeader;
import io.atrium.engine.decision.policy.PolicyPackage;
import io.atrium.engine.decision.policy.PolicyStatus;
import io.atrium.engine.decision.policy.SourceDocument;
import io.atrium.engine.decision.policy.Together;
import io.atrium.engine.decision.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// A policy around a random model (随机政策): its conditions in a random tree, its amount exact or a ceiling.
final class RandomPolicy {

    private static final LocalText TEXT = new LocalText("随机", "random");

    private RandomPolicy() {}

    /// Empty when the row path refuses the model: what it will not run cannot be compared.
    static Optional<CompiledPolicy> of(RandomModel model, RandomGenerator random) {
        return DmnModel.compile(model.xml(), new Problems())
                .map(compiled -> new CompiledPolicy(source(random), compiled));
    }

    private static PolicyPackage source(RandomGenerator random) {
        var amount = new AmountRule(
                random.nextBoolean() ? AmountRule.Kind.EXACT : AmountRule.Kind.CEILING,
                List.of(new AmountRule.Step(
                        RandomModel.AMOUNT, AmountRule.Role.AMOUNT, TEXT, AmountRule.Unit.CNY, "1")),
                null);
        return new PolicyPackage(header(), List.of(), tree(random), amount, List.of(), "", "");
    }

    private static Condition tree(RandomGenerator random) {
        var leaves = RandomModel.CONDITIONS.stream()
                .map(decision -> leaf(decision, random))
                .toList();
        var kind = random.nextInt(3) > 0 ? Condition.Kind.ALL_OF : Condition.Kind.ANY_OF;
        var other = kind == Condition.Kind.ALL_OF ? Condition.Kind.ANY_OF : Condition.Kind.ALL_OF;
        var inner = new Condition.Group("inner", other, TEXT, List.of(leaves.getLast(), manual()));
        return new Condition.Group(
                "root", kind, TEXT, Stream.of(leaves.getFirst(), inner).toList());
    }

    private static Condition leaf(String decision, RandomGenerator random) {
        var appliesWhen = decision.equals("by_text") && random.nextInt(4) == 0 ? "by_table" : null;
        return new Condition.Leaf(decision, decision, TEXT, "1", random.nextInt(5) == 0, false, appliesWhen);
    }

    private static Condition manual() {
        return new Condition.Leaf("manual", null, TEXT, "1", false, false, null);
    }

    private static PolicyHeader header() {
        return new PolicyHeader(
                "random-policy",
                "1",
                PolicyStatus.IN_FORCE,
                TEXT,
                TEXT,
                BenefitKind.AWARD,
                TEXT,
                new SourceDocument(TEXT, null, Mark.INVENTED),
                new Period(null, null),
                GrantMode.APPLY,
                PaymentMode.NOT_STATED,
                null,
                List.of(),
                List.of(),
                Together.NOTHING,
                null,
                null,
                null,
                null,
                null);
    }
}
