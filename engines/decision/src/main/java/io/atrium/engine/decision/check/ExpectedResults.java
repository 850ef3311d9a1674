// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.check;

import io.atrium.engine.decision.decide.AmountResult;
import io.atrium.engine.decision.decide.ConditionResult;
import io.atrium.engine.decision.decide.ConditionStatus;
import io.atrium.engine.decision.policy.Condition;
import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.problem.Problems;
import io.atrium.engine.decision.read.ExamplesFile;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;

/// Compares what an example expects with what comes out. A condition that the example does not mention is expected to
/// hold (or to wait for its review), so every example says something about every condition.
final class ExpectedResults {

    private final ExampleRun run;
    private final Problems problems;

    private ExpectedResults(ExampleRun run, Problems problems) {
        this.run = run;
        this.problems = problems;
    }

    static void check(ExampleRun run, Problems problems) {
        var expected = new ExpectedResults(run, problems);
        expected.checkOutcome();
        expected.checkConditions();
        expected.checkAmount();
        expected.checkModelAgrees();
    }

    private void checkOutcome() {
        var actual = run.decision().outcome().name();
        if (!actual.equals(run.example().outcome())) {
            wrong(
                    "outcome is " + actual + ", expected " + run.example().outcome(),
                    "结论为 " + actual + "，应为 " + run.example().outcome());
        }
    }

    private void checkConditions() {
        var unknownIds = new HashSet<>(run.example().conditions().keySet());
        run.policy().policy().conditions().leaves().forEach(leaf -> unknownIds.remove(leaf.id()));
        unknownIds.forEach(id -> wrong("there is no condition '" + id + "'", "没有条件“" + id + "”"));
        run.policy().policy().conditions().leaves().forEach(leaf -> checkCondition(leaf, resultOf(leaf)));
    }

    private void checkCondition(Condition.Leaf leaf, ConditionResult result) {
        var usual = leaf.review() ? ConditionStatus.MANUAL_REVIEW : ConditionStatus.MET;
        var expected = run.example().conditions().getOrDefault(leaf.id(), usual.name());
        if (!result.status().name().equals(expected)) {
            wrong(
                    "condition '" + leaf.id() + "' is " + result.status() + ", expected " + expected,
                    "条件“" + leaf.id() + "”为 " + result.status() + "，应为 " + expected);
        }
    }

    private ConditionResult resultOf(Condition.Leaf leaf) {
        return run.decision()
                .conditions()
                .leaves()
                .filter(result -> result.id().equals(leaf.id()))
                .findFirst()
                .orElseThrow();
    }

    private void checkAmount() {
        var amount = run.decision().amount();
        var actual = Optional.ofNullable(amount).flatMap(AmountResult::yuan).map(BigDecimal::toPlainString);
        var expected = run.example().amountYuan();
        if (!expected.equals(actual)) {
            wrong(
                    "amount is " + actual.orElse("none") + ", expected " + expected.orElse("none"),
                    "金额为 " + actual.orElse("无") + "，应为 " + expected.orElse("无"));
        }
    }

    /// With all facts known, the tree and the model's own `eligible` must say the same.
    private void checkModelAgrees() {
        if (!run.hasAllFacts()) {
            return;
        }
        var tree = run.decision().conditions().status();
        var byTree = tree == ConditionStatus.MET || tree == ConditionStatus.MANUAL_REVIEW;
        run.policy()
                .eligibleByModel(run.example().facts(), run.example().asOf())
                .filter(byModel -> byModel != byTree && tree != ConditionStatus.UNKNOWN)
                .ifPresent(byModel -> problems.add(
                        ProblemCode.TREE_DISAGREES,
                        ExamplesFile.NAME,
                        run.example().name(),
                        "the condition tree says " + byTree + ", the model's 'eligible' says " + byModel,
                        "combine the same conditions in both"));
    }

    private void wrong(String what, String whatChinese) {
        problems.add(new Problem(
                ProblemCode.EXAMPLE_WRONG,
                ExamplesFile.NAME,
                run.example().name(),
                what,
                "correct model or example",
                null,
                whatChinese));
    }
}
