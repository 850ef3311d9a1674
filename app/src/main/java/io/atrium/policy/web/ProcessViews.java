// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.policy.ProcessBefore;
import io.atrium.policy.ProcessMetric;
import io.atrium.web.component.Chart;
import io.atrium.web.component.Fact;
import io.atrium.web.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts the figures of 高效办成一件事 into words.
final class ProcessViews {

    private static final int BEFORE_COLOUR = 2;
    private static final int NOW_COLOUR = 1;

    private final PolicyWords words;
    private final Text t;

    ProcessViews(PolicyWords words) {
        this.words = words;
        this.t = words.t();
    }

    PolicyWords words() {
        return words;
    }

    ProcessView view(ProcessMetric metric) {
        var before = metric.before();
        var now = metric.now();
        return new ProcessView(
                List.of(
                        row("steps", figure(before == null ? null : before.steps()), now == null ? null : now.steps()),
                        row(
                                "days",
                                figure(before == null ? null : before.workingDays()),
                                now == null ? null : days(now)),
                        row(
                                "documents",
                                figure(before == null ? null : before.documents()),
                                now == null ? null : now.uploaded()),
                        new ProcessView.Row(
                                t.of("policy.process.visits"),
                                figure(before == null ? null : before.visits()),
                                now == null ? none() : t.of("policy.process.visits.none"))),
                source(before),
                now == null
                        ? t.of("policy.process.cases.few", ProcessMetric.CASES_FOR_EVERYBODY_MIN)
                        : t.of("policy.process.cases", now.cases()),
                definitions());
    }

    private ProcessView.Row row(String name, String before, @Nullable BigDecimal now) {
        return new ProcessView.Row(t.of("policy.process." + name), before, now == null ? none() : t.number(now));
    }

    /// To the payment where there was one, else to the decision.
    static BigDecimal days(ProcessMetric.Measured now) {
        return Optional.ofNullable(now.daysToPayment()).orElse(now.daysToDecision());
    }

    @Nullable
    String source(@Nullable ProcessBefore before) {
        return before == null
                ? null
                : t.of(
                        before.isAssumed() ? "policy.process.source.assumed" : "policy.process.source",
                        words.of(before.source()));
    }

    List<Fact> definitions() {
        return List.of(definition("steps"), definition("days"), definition("documents"), definition("visits"));
    }

    private Fact definition(String name) {
        return Fact.of(t.of("policy.process." + name), t.of("policy.process." + name + ".definition"));
    }

    String figure(@Nullable Integer number) {
        return number == null ? none() : t.number(number);
    }

    String figure(@Nullable BigDecimal number) {
        return number == null ? none() : t.number(number);
    }

    String none() {
        return t.of("policy.process.none");
    }

    /// Working days before and now, of the policies that have both; absent where none has.
    Optional<Chart> chart(List<ProcessMetric> metrics) {
        var rows = metrics.stream().flatMap(metric -> row(metric).stream()).toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart(
                        t.of("policy.process.chart"),
                        t.of("policy.process.chart.description"),
                        Chart.Kind.BARS,
                        t.of("policy.process.chart.unit"),
                        t.of("policy.list.policy"),
                        List.of(
                                new Chart.Series(t.of("policy.process.before"), BEFORE_COLOUR),
                                new Chart.Series(t.of("policy.process.now"), NOW_COLOUR)),
                        rows));
    }

    private Optional<Chart.Row> row(ProcessMetric metric) {
        var before = metric.before();
        var now = metric.now();
        return before == null || before.workingDays() == null || now == null
                ? Optional.empty()
                : Optional.of(new Chart.Row(
                        words.of(metric.policy().header().title()),
                        List.of(cell(BigDecimal.valueOf(before.workingDays())), cell(days(now)))));
    }

    private Chart.Cell cell(BigDecimal number) {
        return new Chart.Cell(number, t.number(number));
    }
}
