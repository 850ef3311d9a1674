// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.check;

import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.decide.ConditionResult;
import io.atrium.engine.decision.decide.ConditionStatus;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.dmn.Comparison;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.policy.AmountRule;
import io.atrium.engine.decision.policy.Condition;
import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.problem.Problems;
import io.atrium.engine.decision.read.ExamplesFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What the examples of a package must show: a pass, a fail, an unknown, each condition both ways, each boundary
/// exactly,
/// the cap both binding and not, and the first and last day of the period.
public final class Coverage {

    private static final Set<ConditionStatus> YES = EnumSet.of(ConditionStatus.MET, ConditionStatus.MANUAL_REVIEW);

    private final CompiledPolicy policy;
    private final List<Requirement> requirements = new ArrayList<>();

    private Coverage(CompiledPolicy policy) {
        this.policy = policy;
    }

    /// One thing that some example must show.
    public record Requirement(String what, String whatChinese, Predicate<ExampleRun> isShown) {}

    /// In a fixed order.
    public static List<Requirement> of(CompiledPolicy policy) {
        var coverage = new Coverage(policy);
        coverage.require("a firm that passes", "符合条件的企业", run -> YES.contains(statusOf(run)));
        coverage.require("a firm that fails", "不符合条件的企业", run -> statusOf(run) == ConditionStatus.UNMET);
        coverage.require(
                "a firm of which too little is known", "信息不足的企业", run -> statusOf(run) == ConditionStatus.UNKNOWN);
        policy.policy()
                .conditions()
                .leaves()
                .filter(leaf -> leaf.decision() != null)
                .forEach(coverage::checkLeaf);
        coverage.checkCap(policy.policy().amount());
        coverage.checkPeriod();
        return List.copyOf(coverage.requirements);
    }

    static void check(CompiledPolicy policy, List<ExampleRun> runs, Problems problems) {
        for (var requirement : of(policy)) {
            if (runs.stream().noneMatch(requirement.isShown())) {
                problems.add(new Problem(
                        ProblemCode.EXAMPLE_MISSING,
                        ExamplesFile.NAME,
                        "examples",
                        "no example shows " + requirement.what(),
                        "add one",
                        null,
                        "没有示例说明：" + requirement.whatChinese()));
            }
        }
    }

    private static ConditionStatus statusOf(ExampleRun run) {
        return run.decision().conditions().status();
    }

    private void checkLeaf(Condition.Leaf leaf) {
        var id = leaf.id();
        require(
                "condition '" + id + "' met",
                "条件“" + id + "”成立",
                run -> YES.contains(resultOf(run, leaf).status()));
        require(
                "condition '" + id + "' unmet",
                "条件“" + id + "”不成立",
                run -> resultOf(run, leaf).status() == ConditionStatus.UNMET);
        var decision = policy.model().outline().decisions().get(id);
        Comparison.of(decision == null ? null : decision.expression())
                .filter(comparison -> hasBoundary(comparison.threshold()))
                .ifPresent(comparison -> require(
                        "condition '" + id + "' exactly at "
                                + comparison.threshold().text(),
                        "条件“" + id + "”恰在 " + comparison.threshold().text(),
                        run -> isAt(run, comparison)));
    }

    private static boolean hasBoundary(FactValue threshold) {
        return threshold.type() == FactType.NUMBER || threshold.type() == FactType.DATE;
    }

    private static boolean isAt(ExampleRun run, Comparison comparison) {
        return run.value(comparison.subject(), comparison.threshold().type())
                .filter(value -> isSame(value, comparison.threshold()))
                .isPresent();
    }

    private static boolean isSame(FactValue one, FactValue other) {
        return one instanceof FactValue.Quantity(var a) && other instanceof FactValue.Quantity(var b)
                ? a.compareTo(b) == 0
                : one.equals(other);
    }

    private static ConditionResult resultOf(ExampleRun run, Condition.Leaf leaf) {
        return run.decision()
                .conditions()
                .leaves()
                .filter(result -> result.id().equals(leaf.id()))
                .findFirst()
                .orElseThrow();
    }

    private void checkCap(AmountRule amount) {
        if (amount.steps().stream().anyMatch(step -> step.role() == AmountRule.Role.CAP) && canGrant()) {
            require("an amount below the cap", "未达上限的金额", run -> compareWithCap(run) < 0);
            require("an amount exactly at the cap", "恰为上限的金额", run -> compareWithCap(run) == 0);
        }
    }

    /// Below, at or above the cap; above also when no amount came out.
    private static int compareWithCap(ExampleRun run) {
        var amount = run.decision().amount();
        return amount == null
                ? 1
                : amount.yuan()
                        .map(yuan -> yuan.compareTo(
                                AmountSums.value(amount, AmountRule.Role.CAP).orElseThrow()))
                        .orElse(1);
    }

    private void checkPeriod() {
        var period = policy.policy().header().period();
        if (canGrant() && period.from() instanceof LocalDate first) {
            require("the first day, " + first, "有效期首日 " + first, run -> isOn(run, first));
            require("the day before the first", "有效期首日的前一天", run -> isOn(run, first.minusDays(1)));
        }
        if (canGrant() && period.to() instanceof LocalDate last) {
            require("the last day, " + last, "有效期末日 " + last, run -> isOn(run, last));
            require("the day after the last", "有效期末日的后一天", run -> isOn(run, last.plusDays(1)));
        }
    }

    private static boolean isOn(ExampleRun run, LocalDate day) {
        var isIn = !run.policy().policy().header().period().hasEnded(day)
                && run.policy().policy().header().period().hasBegun(day);
        return run.example().asOf().equals(day) && isIn != (run.decision().outcome() == Outcome.NOT_IN_FORCE);
    }

    private boolean canGrant() {
        return policy.policy().header().status().canGrant();
    }

    private void require(String what, String whatChinese, Predicate<ExampleRun> isShown) {
        requirements.add(new Requirement(what, whatChinese, isShown));
    }
}
