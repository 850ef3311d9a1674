// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.kernel.Fen;
import io.atrium.policy.Scenario;
import io.atrium.policy.WorkbenchResult;
import io.atrium.policy.WorkbenchResult.Group;
import io.atrium.policy.web.ScenarioPage.Compared;
import io.atrium.policy.web.ScenarioPage.Line;
import io.atrium.policy.web.ScenarioPage.Side;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// Two scenarios line by line (情景对比): figures, totals, winners and losers, budget by district, size and stage.
final class ScenarioComparison {

    private static final Side NONE = new Side("", "");

    /// A scenario with its numbers.
    record Counted(Scenario scenario, WorkbenchResult result, WorkbenchViews views) {}

    private final WorkbenchRuns runs;
    private final Text t;
    private final List<Line> lines = new ArrayList<>();

    ScenarioComparison(WorkbenchRuns runs, Text t) {
        this.runs = runs;
        this.t = t;
    }

    static Compared asking(List<Field> choice) {
        return new Compared(choice, NONE, NONE, List.of(), table(0), List.of());
    }

    Compared of(List<Field> choice, Counted left, Counted right) {
        figures(left, right);
        money(
                t.of("policy.workbench.in-yuan", t.of("policy.workbench.budget")),
                left,
                right,
                result -> result.after().fen().value());
        count("policy.workbench.granted", left, right, result -> result.after().granted());
        count("policy.outcome.ENTITLED", left, right, result -> result.after().entitled());
        count("policy.outcome.CEILING", left, right, result -> result.after().ceiling());
        count("policy.outcome.REVIEW", left, right, result -> result.after().review());
        count("policy.outcome.UNKNOWN", left, right, result -> result.after().unknown());
        count(
                "policy.workbench.list.winners",
                left,
                right,
                result -> result.difference().winners());
        count(
                "policy.workbench.list.losers",
                left,
                right,
                result -> result.difference().losers());
        count(
                "policy.workbench.list.more",
                left,
                right,
                result -> result.difference().more());
        count(
                "policy.workbench.list.less",
                left,
                right,
                result -> result.difference().less());
        left.result().snapshot().groups().stream()
                .filter(right.result().snapshot().groups()::contains)
                .forEach(column -> groups(column, left, right));
        return new Compared(choice, side(left), side(right), unlike(left, right), table(lines.size()), lines);
    }

    private static Table table(int rows) {
        return Table.of(
                "policy.scenario.comparison",
                Empty.nothingYet("policy.scenario.comparison.ask"),
                rows,
                Column.text("policy.workbench.what"),
                Column.number("policy.scenario.left"),
                Column.number("policy.scenario.right"),
                Column.number("policy.scenario.difference"));
    }

    private static Side side(Counted counted) {
        return new Side(counted.scenario().name(), ScenarioPages.path(counted.scenario()));
    }

    private List<String> unlike(Counted left, Counted right) {
        var unlike = new ArrayList<String>();
        if (!left.scenario().policy().equals(right.scenario().policy())) {
            unlike.add(t.of(
                    "policy.scenario.unlike.policy",
                    runs.title(left.result().base(), t),
                    runs.title(right.result().base(), t)));
        }
        if (!left.scenario().snapshot().equals(right.scenario().snapshot())) {
            unlike.add(t.of(
                    "policy.scenario.unlike.snapshot",
                    left.result().snapshot().about().name(),
                    right.result().snapshot().about().name()));
        }
        return unlike;
    }

    /// Every figure that one of the two moved.
    private void figures(Counted left, Counted right) {
        var names = new TreeSet<>(left.result().moved().keySet());
        names.addAll(right.result().moved().keySet());
        for (var name : names) {
            lines.add(new Line(label(name, left, right), figure(name, left), figure(name, right), ""));
        }
    }

    private String label(String name, Counted left, Counted right) {
        var either = left.result().base().threshold(name).isPresent() ? left : right;
        return runs.figures(t, either.result().base()).label(name);
    }

    private String figure(String name, Counted counted) {
        var figures = runs.figures(t, counted.result().base());
        return counted.result()
                .base()
                .threshold(name)
                .map(figure -> figures.shown(figure, counted.result().moved().getOrDefault(name, figure.value())))
                .orElse("—");
    }

    private void money(String what, Counted left, Counted right, ToLongFunction<WorkbenchResult> fen) {
        long one = fen.applyAsLong(left.result());
        long other = fen.applyAsLong(right.result());
        lines.add(new Line(
                what, t.yuan(new Fen(one)), t.yuan(new Fen(other)), left.views().signed(new Fen(other - one))));
    }

    private void count(String key, Counted left, Counted right, ToLongFunction<WorkbenchResult> firms) {
        long one = firms.applyAsLong(left.result());
        long other = firms.applyAsLong(right.result());
        lines.add(
                new Line(t.of(key), t.number(one), t.number(other), left.views().signed(other - one)));
    }

    private void groups(String column, Counted left, Counted right) {
        var texts = new TreeSet<String>();
        texts.addAll(texts(column, left));
        texts.addAll(texts(column, right));
        for (var text : texts) {
            var name = t.of("policy.workbench.in-yuan", left.views().groupName(column, text));
            money(name, left, right, result -> fen(result, column, text));
        }
    }

    private static List<String> texts(String column, Counted counted) {
        return counted.result().groups(column).stream().map(Group::text).collect(Collectors.toList());
    }

    private static long fen(WorkbenchResult result, String column, String text) {
        return result.groups(column).stream()
                .filter(group -> group.text().equals(text))
                .mapToLong(group -> group.after().fen())
                .sum();
    }
}
