// SPDX-License-Identifier: Apache-2.0
package io.atrium.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What people expect of the pages, row by row, each with the tests that prove it: the tests that carry its id as a
/// tag.
/// Runs without the project's class path: `./atrium rows` writes `docs/reference/ux-rows.md`.
final class UxRows {

    static final String ROWS = "app/src/test/resources/reference/ux-rows.tsv";
    static final String PAGE = "docs/reference/ux-rows.md";

    private static final List<String> TESTS = List.of(
            "app",
            "e2e",
            "engines/ledger",
            "engines/decision",
            "engines/scheduler",
            "engines/corpus",
            "engines/meaning");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"([A-Z0-9]+-\\d+)\"\\)");
    private static final Pattern TYPE = Pattern.compile("^\\s*(?:[a-z-]+ )*(?:class|interface|record) (\\w+)");
    private static final Pattern METHOD =
            Pattern.compile("^\\s+(?:(?:public|private|static|final) )*(?:void|Arbitrary<.*>|Stream<.*>) (\\w+)\\(");
    private static final Map<String, String> GROUPS = groups();

    /// An expectation: `M` must be there, `S` should be, empty where the rows have no order.
    record Row(String id, String priority, String expectation) {

        String group() {
            return id.substring(0, id.indexOf('-'));
        }
    }

    /// A test, by the class and method that carry the tag.
    record Proof(String row, String test) {}

    private UxRows() {}

    public static void main(String[] arguments) throws IOException {
        var root = Path.of(arguments[0]);
        Files.writeString(root.resolve(PAGE), page(root));
    }

    static String page(Path root) throws IOException {
        var rows = rows(root);
        var proofs = new LinkedHashMap<String, TreeSet<String>>();
        proofs(root)
                .forEach(proof -> proofs.computeIfAbsent(proof.row(), _ -> new TreeSet<>())
                        .add(proof.test()));
        long proved = rows.stream().filter(row -> proofs.containsKey(row.id())).count();
        var page = new StringBuilder("""
                # What people expect of the pages

                Written by `./atrium rows` from [the list of rows](../../%s) and from the tests that carry a row's id as a tag.
                M: in a first usable version; S: should follow.

                %d of %d rows are proved by a test.
                """.formatted(ROWS, proved, rows.size()));
        var group = "";
        for (var row : rows) {
            if (!row.group().equals(group)) {
                group = row.group();
                page.append("\n## %s\n\n| row | | expectation | proved by |\n|---|---|---|---|\n"
                        .formatted(GROUPS.getOrDefault(group, group)));
            }
            var tests = proofs.getOrDefault(row.id(), new TreeSet<>());
            page.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            row.id(),
                            row.priority(),
                            row.expectation().replace("|", "\\|"),
                            tests.isEmpty() ? "**not proved**" : "`" + String.join("`, `", tests) + "`"));
        }
        return page.toString();
    }

    static List<Row> rows(Path root) throws IOException {
        return Files.readAllLines(root.resolve(ROWS)).stream()
                .map(line -> line.split("\t", -1))
                .map(cells -> new Row(cells[0], cells[1], cells[2]))
                .toList();
    }

    static List<Proof> proofs(Path root) throws IOException {
        var proofs = new ArrayList<Proof>();
        for (var module : TESTS) {
            var sources = root.resolve(module).resolve("src/test/java");
            if (Files.isDirectory(sources)) {
                try (var files = Files.walk(sources)) {
                    for (var file : files.filter(UxRows::isJava).sorted().toList()) {
                        proofs.addAll(proofs(Files.readAllLines(file)));
                    }
                }
            }
        }
        return proofs;
    }

    /// A tag belongs to the next type or method below it; a type's tag is not repeated for its methods.
    static List<Proof> proofs(List<String> source) {
        var proofs = new ArrayList<Proof>();
        var waiting = new ArrayList<String>();
        var type = "";
        for (var line : source) {
            if (line.strip().startsWith("//")) {
                continue;
            }
            TAG.matcher(line).results().forEach(tag -> waiting.add(tag.group(1)));
            var typed = TYPE.matcher(line);
            var method = METHOD.matcher(line);
            if (typed.find()) {
                type = type.isEmpty() || !line.startsWith(" ") ? typed.group(1) : type;
            } else if (!method.find()) {
                continue;
            }
            var test = method.reset().find() ? type + "#" + method.group(1) : type;
            waiting.forEach(row -> proofs.add(new Proof(row, test)));
            waiting.clear();
        }
        return proofs;
    }

    private static boolean isJava(Path file) {
        return file.toString().endsWith(".java");
    }

    private static Map<String, String> groups() {
        var groups = new LinkedHashMap<String, String>();
        groups.put("FRM", "The frame of every page");
        groups.put("HOME", "Home of each role");
        groups.put("CO", "Company file");
        groups.put("ENT", "Entitlements");
        groups.put("CMP", "Compute");
        groups.put("ADM", "Administration");
        groups.put("A11", "Accessibility");
        groups.put("I18", "Language, numbers, time");
        groups.put("LNG", "Long work");
        groups.put("EMP", "Nothing to show");
        groups.put("ERR", "Errors");
        groups.put("FOR", "Forms");
        groups.put("TAB", "Tables");
        groups.put("CHT", "Charts");
        groups.put("PDF", "Print and PDF");
        groups.put("KEY", "Keyboard");
        groups.put("HTX", "Parts of pages");
        groups.put("API", "REST API");
        groups.put("WHK", "Webhooks");
        return groups;
    }
}
