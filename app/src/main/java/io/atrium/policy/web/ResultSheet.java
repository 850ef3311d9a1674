// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.decide.Outcome;
import io.atrium.kernel.Fen;
import io.atrium.policy.WorkbenchResult;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of a simulation as a file (仿真结果表): one figure a row, exact, before and after.
final class ResultSheet {

    static final Sheet<Row> SHEET = Sheet.<Row>named("policy.workbench.file")
            .text("policy.workbench.file.part", Row::part)
            .text("policy.workbench.what", Row::what)
            .text("policy.workbench.file.unit", Row::unit)
            .number("policy.workbench.before", Row::before)
            .number("policy.workbench.after", Row::after)
            .number("policy.workbench.change", Row::change);

    /// @param change null where it says nothing
    record Row(
            String part,
            String what,
            String unit,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            @Nullable BigDecimal change) {}

    private final Text t;
    private final WorkbenchViews views;
    private final WorkbenchResult result;
    private final List<Row> rows = new ArrayList<>();

    ResultSheet(Text t, WorkbenchViews views, WorkbenchResult result) {
        this.t = t;
        this.views = views;
        this.result = result;
    }

    List<Row> rows() {
        var about = t.of("policy.workbench.file.about");
        rows.add(new Row(about, views.source(), "", null, null, null));
        views.moved().forEach(moved -> rows.add(new Row(about, moved, "", null, null, null)));
        totals();
        changes();
        result.snapshot().groups().forEach(this::groups);
        result.nearMisses()
                .forEach(near -> rows.add(new Row(
                        t.of("policy.workbench.near"),
                        t.lang() == Lang.ZH
                                ? near.condition().label().zh()
                                : near.condition().label().en(),
                        firms(),
                        null,
                        BigDecimal.valueOf(near.firms()),
                        null)));
        result.overlaps()
                .forEach(overlap -> count(
                        t.of("policy.workbench.overlap"),
                        t.lang() == Lang.ZH
                                ? overlap.header().title().zh()
                                : overlap.header().title().en(),
                        overlap.before(),
                        overlap.after()));
        return rows;
    }

    private void totals() {
        var part = t.of("policy.workbench.totals");
        var before = result.before();
        var after = result.after();
        money(
                part,
                t.of("policy.workbench.budget"),
                before.fen().value(),
                after.fen().value());
        count(part, t.of("policy.workbench.granted"), before.granted(), after.granted());
        count(part, t.of("policy.outcome", Outcome.ENTITLED), before.entitled(), after.entitled());
        count(part, t.of("policy.outcome", Outcome.CEILING), before.ceiling(), after.ceiling());
        count(part, t.of("policy.outcome", Outcome.REVIEW), before.review(), after.review());
        count(part, t.of("policy.outcome", Outcome.UNKNOWN), before.unknown(), after.unknown());
        count(part, t.of("policy.outcome", Outcome.NOT_YET), before.notYet(), after.notYet());
    }

    private void changes() {
        var difference = result.difference();
        change("winners", difference.winners());
        change("losers", difference.losers());
        change("more", difference.more());
        change("less", difference.less());
        change("unchanged", difference.unchanged());
    }

    private void change(String word, long firms) {
        rows.add(new Row(
                t.of("policy.workbench.changes"),
                t.of("policy.workbench.list." + word),
                firms(),
                null,
                BigDecimal.valueOf(firms),
                null));
    }

    private void groups(String column) {
        var part = t.of("policy.workbench.by." + column.replace("atrium.", "").replace("registered_", ""));
        for (var group : result.groups(column)) {
            var name = views.groupName(column, group.text());
            money(part, name, group.before().fen(), group.after().fen());
            count(part, name, group.before().firms(), group.after().firms());
        }
    }

    private void money(String part, String what, long before, long after) {
        rows.add(new Row(
                part,
                what,
                t.of("web.unit.yuan"),
                new Fen(before).yuan(),
                new Fen(after).yuan(),
                new Fen(after - before).yuan()));
    }

    private void count(String part, String what, long before, long after) {
        rows.add(new Row(
                part,
                what,
                firms(),
                BigDecimal.valueOf(before),
                BigDecimal.valueOf(after),
                BigDecimal.valueOf(after - before)));
    }

    private String firms() {
        return t.of("policy.workbench.firms");
    }
}
