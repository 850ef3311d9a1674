// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import io.atrium.cli.console.Table;
import io.atrium.engine.decision.tck.TckReport;
import io.atrium.engine.decision.tck.TckResult;
import io.atrium.engine.decision.tck.TckVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The report of a conformance run as a table for people, and as fields for programs.
final class TckText {

    private TckText() {}

    static String of(TckReport report) {
        var rows = new ArrayList<List<String>>();
        report.folders().forEach(folder -> rows.add(row(folder)));
        rows.add(List.of(
                "total",
                Long.toString(report.count(TckVerdict.PASSED)),
                Long.toString(report.count(TckVerdict.FAILED)),
                Long.toString(report.count(TckVerdict.REFUSED))));
        var lines = new ArrayList<String>();
        lines.add(new Table(List.of("folder", "passed", "failed", "refused"), rows).toString());
        report.folders()
                .forEach(folder -> folder.results().stream()
                        .filter(result -> result.verdict() == TckVerdict.FAILED)
                        .map(result -> line(folder, result))
                        .forEach(lines::add));
        return String.join(System.lineSeparator(), lines);
    }

    static Map<String, Object> forPrograms(TckReport report) {
        var folders = new LinkedHashMap<String, Object>();
        report.folders().forEach(folder -> folders.put(folder.name(), counts(folder)));
        var fields = new LinkedHashMap<String, Object>();
        fields.put("passed", report.count(TckVerdict.PASSED));
        fields.put("failed", report.count(TckVerdict.FAILED));
        fields.put("refused", report.count(TckVerdict.REFUSED));
        fields.put("total", report.total());
        fields.put("folders", folders);
        return fields;
    }

    private static List<String> row(TckReport.Folder folder) {
        return List.of(
                folder.name(),
                Long.toString(folder.count(TckVerdict.PASSED)),
                Long.toString(folder.count(TckVerdict.FAILED)),
                Long.toString(folder.count(TckVerdict.REFUSED)));
    }

    private static String line(TckReport.Folder folder, TckResult result) {
        return folder.name() + "/" + result.name() + ": " + result.detail();
    }

    private static Map<String, Object> counts(TckReport.Folder folder) {
        var counts = new LinkedHashMap<String, Object>();
        counts.put("passed", folder.count(TckVerdict.PASSED));
        counts.put("failed", folder.count(TckVerdict.FAILED));
        counts.put("refused", folder.count(TckVerdict.REFUSED));
        return counts;
    }
}
