// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.check;

import io.atrium.engine.decision.decide.ConditionResult;
import io.atrium.engine.decision.decide.ConditionStatus;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.dmn.Comparison;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.policy.AmountRule;
import io.atrium.engine.decision.policy.Condition;
import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.problem.Problems;
import io.atrium.engine.decision.read.ExamplesFile;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Checks that the examples of a package say enough: a pass, a fail, an unknown, each condition both ways, each
/// boundary exactly, the cap both binding and not, and the first and last day of the period.
final class Coverage {

    private static final Set<ConditionStatus> YES = EnumSet.of(ConditionStatus.MET, ConditionStatus.MANUAL_REVIEW);

    private final List<ExampleRun> runs;
    private final Problems problems;

    private Coverage(List<ExampleRun> runs, Problems problems) {
        this.runs = runs;
        this.problems = problems;
    }

    static void check(List<ExampleRun> runs, Problems problems) {
        var coverage = new Coverage(runs, problems);
        coverage.require("a firm that passes", run -> YES.contains(statusOf(run)));
        coverage.require("a firm that fails", run -> statusOf(run) == ConditionStatus.UNMET);
        coverage.require("a firm of which too little is known", run -> statusOf(run) == ConditionStatus.UNKNOWN);
        if (runs.isEmpty()) {
            return;
        }
        var policy = runs.getFirst().policy().policy();
        policy.conditions().leaves().filter(leaf -> leaf.decision() != null).forEach(coverage::checkLeaf);
        coverage.checkCap(policy.amount());
        coverage.checkPeriod(runs.getFirst());
    }

    private static ConditionStatus statusOf(ExampleRun run) {
        return run.decision().conditions().status();
    }

    private void checkLeaf(Condition.Leaf leaf) {
        require(
                "condition '" + leaf.id() + "' met",
                run -> YES.contains(resultOf(run, leaf).status()));
        require(
                "condition '" + leaf.id() + "' unmet",
                run -> resultOf(run, leaf).status() == ConditionStatus.UNMET);
        var outline = runs.getFirst().policy().model().outline();
        var decision = outline.decisions().get(leaf.id());
        Comparison.of(decision == null ? null : decision.expression())
                .filter(comparison -> hasBoundary(comparison.threshold()))
                .ifPresent(comparison -> require(
                        "condition '" + leaf.id() + "' exactly at "
                                + comparison.threshold().text(),
                        run -> isAt(run, comparison)));
    }

    private static boolean hasBoundary(FactValue threshold) {
        return threshold.type() == FactType.NUMBER || threshold.type() == FactType.DATE;
    }

    private static boolean isAt(ExampleRun run, Comparison comparison) {
        return run.policy()
                .valueOf(run.example().facts(), run.example().asOf(), comparison.subject())
                .flatMap(text -> comparison.threshold().type().parse(text))
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
            require("an amount below the cap", run -> compareWithCap(run) < 0);
            require("an amount exactly at the cap", run -> compareWithCap(run) == 0);
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

    private void checkPeriod(ExampleRun any) {
        var period = any.policy().policy().header().period();
        if (canGrant() && period.from() instanceof LocalDate first) {
            require("the first day, " + first, run -> isOn(run, first));
            require("the day before the first", run -> isOn(run, first.minusDays(1)));
        }
        if (canGrant() && period.to() instanceof LocalDate last) {
            require("the last day, " + last, run -> isOn(run, last));
            require("the day after the last", run -> isOn(run, last.plusDays(1)));
        }
    }

    private static boolean isOn(ExampleRun run, LocalDate day) {
        var isIn = !run.policy().policy().header().period().hasEnded(day)
                && run.policy().policy().header().period().hasBegun(day);
        return run.example().asOf().equals(day) && isIn != (run.decision().outcome() == Outcome.NOT_IN_FORCE);
    }

    private boolean canGrant() {
        return runs.getFirst().policy().policy().header().status().canGrant();
    }

    private void require(String what, Predicate<ExampleRun> isShown) {
        if (runs.stream().noneMatch(isShown)) {
            problems.add(
                    ProblemCode.EXAMPLE_MISSING, ExamplesFile.NAME, "examples", "no example shows " + what, "add one");
        }
    }
}
