// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import io.atrium.cli.console.Table;
import io.atrium.engine.decision.ReadOutcome;
import io.atrium.engine.decision.problem.Cell;
import io.atrium.engine.decision.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a check of packages found, as a table for people and as fields for programs.
final class CheckText {

    private CheckText() {}

    static String of(Path root, Map<Path, ReadOutcome> checked) {
        var rows = new ArrayList<List<String>>();
        var problems = new ArrayList<String>();
        checked.forEach((folder, outcome) -> {
            rows.add(List.of(name(root, folder), Integer.toString(examples(outcome)), verdict(outcome)));
            problemsOf(outcome).forEach(problem -> problems.add(name(root, folder) + "/" + sentence(problem)));
        });
        var table = new Table(List.of("package", "examples", "result"), rows).toString();
        return problems.isEmpty()
                ? table
                : table + System.lineSeparator() + String.join(System.lineSeparator(), problems);
    }

    static Map<String, Object> forPrograms(Path root, Map<Path, ReadOutcome> checked) {
        var packages = new ArrayList<Map<String, Object>>();
        checked.forEach((folder, outcome) -> {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("package", name(root, folder));
            fields.put("examples", examples(outcome));
            fields.put("ok", outcome instanceof ReadOutcome.Ready);
            fields.put(
                    "problems",
                    problemsOf(outcome).stream().map(CheckText::fields).toList());
            packages.add(fields);
        });
        return Map.of("packages", packages);
    }

    /// In the language of the terminal.
    static String sentence(Problem problem) {
        return Locale.getDefault().getLanguage().equals("zh") ? problem.sentenceChinese() : problem.sentence();
    }

    private static Map<String, @Nullable Object> fields(Problem problem) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("code", problem.code().name());
        fields.put("file", problem.file());
        fields.put("place", problem.place());
        fields.put("cell", problem.cell() == null ? null : cell(problem.cell()));
        fields.put("what", problem.what());
        fields.put("mend", problem.mend());
        fields.put("zh", problem.sentenceChinese());
        return fields;
    }

    private static Map<String, @Nullable Object> cell(Cell cell) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("table", cell.table());
        fields.put("rule", cell.rule());
        fields.put("column", cell.column());
        fields.put("label", cell.label());
        return fields;
    }

    static String name(Path root, Path folder) {
        var name = root.relativize(folder).toString();
        return name.isEmpty() ? folder.toString() : name;
    }

    private static int examples(ReadOutcome outcome) {
        return outcome instanceof ReadOutcome.Ready(var policy)
                ? policy.policy().examples().size()
                : 0;
    }

    private static String verdict(ReadOutcome outcome) {
        var problems = problemsOf(outcome).size();
        return problems == 0 ? "ok" : problems + " problems";
    }

    private static List<Problem> problemsOf(ReadOutcome outcome) {
        return outcome instanceof ReadOutcome.Refused(var problems) ? problems : List.of();
    }
}
