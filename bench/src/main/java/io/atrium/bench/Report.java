// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench;

import io.atrium.cli.console.Json;
import io.atrium.cli.console.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// What one benchmark showed, as a table for people and as one JSON object for programs.
record Report(String bench, List<Row> rows) {

    private static final List<String> HEADER =
            List.of("figure", "unit", "value", "peer", "peer's", "ratio", "limit", "");

    String table() {
        return bench
                + System.lineSeparator()
                + new Table(HEADER, rows.stream().map(Report::cells).toList());
    }

    String json() {
        var object = new LinkedHashMap<String, Object>();
        object.put("bench", bench);
        object.put("rows", rows.stream().map(Row::forPrograms).toList());
        return Json.of(object);
    }

    private static List<String> cells(Row row) {
        var peer = row.peer();
        var ratio = row.ratio();
        var limit = row.limit();
        return List.of(
                row.figure(),
                row.unit(),
                number(row.value()),
                peer == null ? "" : peer.name(),
                peer == null ? "" : number(peer.value()),
                ratio == null ? "" : number(ratio) + "×",
                limit == null ? "" : sign(limit) + " " + number(limit.value()),
                limit == null ? "" : limit.isMetBy(row.value()) ? "met" : "missed");
    }

    private static String sign(Row.Limit limit) {
        return limit.direction() == Row.Limit.Direction.AT_LEAST ? "≥" : "≤";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%,.2f" : "%,.0f", value);
    }
}
