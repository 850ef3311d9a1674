// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.problem.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableCheckTest {

    private static final ModelNames NAMES = new ModelNames(
            Map.of("a", "number", "b", "number", "day", "date", "kind", "string", "yes", "boolean"),
            Map.of("d", Set.of("a", "b", "day", "kind", "yes", "other")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // hit policy | column | cells of the rules, one after the other | codes
                "UNIQUE | a | < 5; >= 5 | ",
                "UNIQUE | a | < 5; > 5 | TABLE_GAP",
                "UNIQUE | a | <= 5; >= 5 | TABLE_OVERLAP",
                "ANY | a | <= 5; >= 5 | TABLE_OVERLAP",
                "FIRST | a | <= 5; >= 5 | ",
                "FIRST | a | <= 5; [7..9] | TABLE_GAP",
                "COLLECT | a | 5; 7 | ",
                "UNIQUE | a | 1, 3; not(1, 3) | ",
                "UNIQUE | a | != 3; 3 | ",
                "UNIQUE | a | (1..3); <= 1; [3..4); >= 4.00 | ",
                "UNIQUE | day | < @'2026-01-01'; [@'2026-01-01'..@'2026-12-31']; > date('2026-12-31') | ",
                "UNIQUE | day | <= @'2025-12-31'; >= @'2026-01-01' | ",
                "UNIQUE | day | <= @'2025-12-30'; >= @'2026-01-01' | TABLE_GAP",
                "UNIQUE | yes | true; false | ",
                "UNIQUE | yes | true | TABLE_GAP",
                "UNIQUE | kind | 'x', 'y'; not('x', 'y') | ",
                "UNIQUE | kind | 'x'; 'y' | TABLE_GAP",
                "UNIQUE | a | > other; 7 | ",
                "UNIQUE | a | > 5; - | TABLE_OVERLAP",
                "UNIQUE | a | > 'x'; - | TYPE_WRONG",
                "UNIQUE | a | > ohter; - | FACT_UNKNOWN",
            })
    void findsWhatIsWrongAndNothingElse(String policy, String column, String cells, String codes) {
        var rules = Arrays.stream(cells.replace('\'', '"').split(";"))
                .map(cell -> List.of(cell.strip()))
                .toList();

        assertThat(check(policy, List.of(column), rules, "", "").stream()
                        .map(problem -> problem.code().name())
                        .distinct())
                .isEqualTo(codes == null ? List.of() : List.of(codes));
    }

    @Test
    void twoColumnsOverlapOnlyWhereBothDo() {
        var rules = List.of(List.of("< 5", "< 5"), List.of(">= 5", "-"), List.of("< 5", ">= 5"));

        assertThat(check("UNIQUE", List.of("a", "b"), rules, "", "")).isEmpty();
    }

    @Test
    void namesBothRulesAndAFirm() {
        var rules = List.of(List.of("< 5", "-"), List.of("[4..9]", "> 1"), List.of("> 9", "-"));

        var problems = check("UNIQUE", List.of("a", "b"), rules, "", "");

        assertThat(problems)
                .filteredOn(problem -> problem.code() == ProblemCode.TABLE_OVERLAP)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.place()).isEqualTo("table d, rule 2");
                    assertThat(problem.what()).contains("rules 1 and 2", "a = 4, b = 2");
                });
        assertThat(problems)
                .filteredOn(problem -> problem.code() == ProblemCode.TABLE_GAP)
                .anySatisfy(problem -> assertThat(problem.what()).contains("a = 5, b = 0"));
    }

    @Test
    void allowedValuesOrADefaultCloseAGap() {
        var rules = List.of(List.of("[0..0.5)"), List.of("[0.5..1]"));

        assertThat(check("UNIQUE", List.of("a"), rules, "", "")).isNotEmpty();
        assertThat(check("UNIQUE", List.of("a"), rules, "[0..1]", "")).isEmpty();
        assertThat(check("UNIQUE", List.of("a"), rules, "", "0")).isEmpty();
    }

    /// Against trying every point of a grid that is finer than the cells.
    @Test
    void agreesWithTryingEveryFirm() {
        var random = new Random(2026);
        for (int round = 0; round < 300; round++) {
            var rules = IntStream.range(0, 1 + random.nextInt(5))
                    .mapToObj(_ -> List.of(cell(random), cell(random)))
                    .toList();
            var codes = check("UNIQUE", List.of("a", "b"), rules, "", "").stream()
                    .map(Problem::code)
                    .collect(Collectors.toSet());

            assertThat(codes.contains(ProblemCode.TABLE_OVERLAP))
                    .as("%s", rules)
                    .isEqualTo(hits(rules).max() > 1);
            assertThat(codes.contains(ProblemCode.TABLE_GAP))
                    .as("%s", rules)
                    .isEqualTo(hits(rules).min() == 0);
        }
    }

    private record Hits(int min, int max) {}

    private static Hits hits(List<List<String>> rules) {
        var counts = IntStream.rangeClosed(-1, 13)
                .mapToObj(half -> half)
                .flatMap(a -> IntStream.rangeClosed(-1, 13).mapToObj(b -> count(rules, a, b)))
                .mapToInt(Integer::intValue)
                .summaryStatistics();
        return new Hits(counts.getMin(), counts.getMax());
    }

    private static int count(List<List<String>> rules, int a, int b) {
        return (int) rules.stream()
                .filter(rule -> holds(rule.getFirst(), a) && holds(rule.getLast(), b))
                .count();
    }

    /// In halves, so that the grid has a point between two whole ends.
    private static boolean holds(String cell, int half) {
        if (cell.equals("-")) {
            return true;
        }
        var ends = Arrays.stream(cell.replaceAll("[^0-9.]", "").split("\\.\\."))
                .mapToInt(end -> 2 * Integer.parseInt(end))
                .toArray();
        return switch (cell.charAt(0)) {
            case '<' -> half < ends[0];
            case '>' -> half >= ends[0];
            case '[' -> half >= ends[0] && half <= ends[1];
            default -> half > ends[0] && half < ends[1];
        };
    }

    private static String cell(Random random) {
        int low = random.nextInt(6);
        int high = low + 1 + random.nextInt(3);
        return switch (random.nextInt(6)) {
            case 0, 1 -> "-";
            case 2 -> "< " + low;
            case 3 -> ">= " + low;
            case 4 -> "[" + low + ".." + Math.min(high, 6) + "]";
            default -> "(" + low + ".." + Math.min(high, 6) + ")";
        };
    }

    private static List<Problem> check(
            String policy, List<String> columns, List<List<String>> rules, String allowed, String fallback) {
        var xml = new StringBuilder("<definitions xmlns=\"urn:dmn\"><decision name=\"d\"><decisionTable hitPolicy=\"")
                .append(policy)
                .append("\">");
        columns.forEach(
                column -> xml.append("<input><inputExpression><text>%s</text></inputExpression>".formatted(column))
                        .append(allowed.isEmpty() ? "" : "<inputValues><text>" + allowed + "</text></inputValues>")
                        .append("</input>"));
        xml.append("<output name=\"o\" typeRef=\"number\">")
                .append(fallback.isEmpty() ? "" : "<defaultOutputEntry><text>0</text></defaultOutputEntry>")
                .append("</output>");
        for (int rule = 0; rule < rules.size(); rule++) {
            xml.append("<rule>");
            rules.get(rule)
                    .forEach(cell -> xml.append("<inputEntry><text><![CDATA[")
                            .append(cell)
                            .append("]]></text></inputEntry>"));
            xml.append("<outputEntry><text>").append(rule).append("</text></outputEntry></rule>");
        }
        var problems = new Problems();
        TableCheck.check(xml + "</decisionTable></decision></definitions>", "model.dmn", NAMES, problems);
        return problems.list();
    }
}
