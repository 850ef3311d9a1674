// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.HealthItem;
import io.atrium.admin.HealthItem.Level;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.util.List;

/// What `/health` shows.
public record HealthPage(String summary, Tone tone, Table table, List<Row> rows) {

    public record Row(String part, Tag state, String words, String remedy) {}

    static HealthPage of(List<HealthItem> items, Text t) {
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
                items.stream().map(item -> row(item, t)).toList());
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
