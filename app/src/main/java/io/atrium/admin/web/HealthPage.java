// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.HealthItem;
import io.atrium.admin.HealthItem.Level;
import io.atrium.kernel.node.AppNodeView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.util.List;

/// What `/health` shows.
public record HealthPage(
        String summary, Tone tone, Table table, List<Row> rows, Table nodesTable, List<NodeRow> nodes) {

    public record Row(String part, Tag state, String words, String remedy) {}

    /// @param lead since when it leads; empty for all others
    public record NodeRow(
            String name, String address, Tag state, String lead, String seen, String worked, String started) {}

    static HealthPage of(List<HealthItem> items, List<AppNodeView> nodes, Text t) {
        long wanting = items.stream().filter(item -> item.level() != Level.WELL).count();
        var table = Table.of(
                "admin.health.all",
                Empty.nothingYet("admin.health.all"),
                items.size(),
                Column.text("admin.health.part"),
                Column.text("admin.health.state"),
                Column.text("admin.health.words"),
                Column.text("admin.health.remedy"));
        return new HealthPage(
                t.of("admin.health.summary", wanting),
                wanting == 0 ? Tone.GOOD : Tone.BAD,
                table,
                items.stream().map(item -> row(item, t)).toList(),
                nodesTable(nodes.size()),
                nodes.stream().map(node -> row(node, t)).toList());
    }

    private static Table nodesTable(int rows) {
        return Table.of(
                "admin.health.nodes.all",
                Empty.nothingYet("admin.health.nodes.all"),
                rows,
                Column.text("admin.health.nodes.name"),
                Column.text("admin.health.state"),
                Column.text("admin.health.nodes.lead"),
                Column.text("admin.health.nodes.seen"),
                Column.text("admin.health.nodes.worked"),
                Column.text("admin.health.nodes.started"));
    }

    private static NodeRow row(AppNodeView node, Text t) {
        var leadsSince = node.leadsSince();
        var workedAt = node.workedAt();
        return new NodeRow(
                node.name(),
                node.address().isEmpty()
                        ? t.of("admin.health.nodes.process", String.valueOf(node.process()))
                        : node.address(),
                Tag.of(tone(node.state()), "admin.health.nodes.state." + node.state()),
                leadsSince == null ? "" : t.of("admin.health.nodes.leads", t.machineTime(leadsSince)),
                t.of("admin.health.nodes.ago", node.silent()),
                workedAt == null ? "" : t.machineTime(workedAt),
                t.machineTime(node.startedAt()));
    }

    private static Tone tone(AppNodeView.State state) {
        return switch (state) {
            case LIVE -> Tone.GOOD;
            case SILENT -> Tone.BAD;
            case LEFT -> Tone.PLAIN;
        };
    }

    private static Row row(HealthItem item, Text t) {
        var key = "admin.health." + item.part();
        return new Row(
                t.of(key),
                Tag.of(tone(item.level()), "admin.health.level." + item.level()),
                t.of(key + ".words", item.words().toArray()),
                t.of(item.level() == Level.WELL ? "admin.health.nothing" : key + ".remedy"));
    }

    private static Tone tone(Level level) {
        return switch (level) {
            case WELL -> Tone.GOOD;
            case WATCH -> Tone.WAIT;
            case ILL -> Tone.BAD;
        };
    }
}
