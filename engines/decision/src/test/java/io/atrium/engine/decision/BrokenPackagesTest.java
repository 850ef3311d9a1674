// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever is wrong with a package, its author is told where and how to mend it, and nothing of it is used.
class BrokenPackagesTest {

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void copyTheDemoPackage() throws IOException {
        folder = Files.createDirectories(temporary.resolve("demo/compute-voucher/1"));
        for (var name : List.of("policy.yaml", "model.dmn", "examples.yaml", "source.md")) {
            Files.copy(TestPackages.DEMO.resolve(name), folder.resolve(name));
        }
    }

    @Test
    void theCopyIsSound() {
        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // what is broken: file | from | to | code | file of the problem | part of the place | part of the text
                "policy.yaml | mode: AUTOMATIC | mode: AUTO | VALUE_WRONG | policy.yaml | mode | 'AUTO' is not one",
                "policy.yaml | status: DEMO |  | KEY_MISSING | policy.yaml | line | 'status' is missing",
                "policy.yaml | status: DEMO | statuss: DEMO | KEY_UNKNOWN | policy.yaml | line | unknown key 'statuss'",
                "policy.yaml | status: DEMO | status: [DEMO | NOT_READABLE | policy.yaml | line | no valid YAML",
                "policy.yaml | to: 2027-12-31 | to: 2025-12-31 | VALUE_WRONG | policy.yaml | period | ends before",
                "policy.yaml | to: 2027-12-31 | to: 31.12.2027 | VALUE_WRONG | policy.yaml | period.to | a date",
                "policy.yaml | deduct_share: 0.50 | deduct_share: 50 | VALUE_WRONG | policy.yaml | grant | no share",
                "policy.yaml | benefit_kind: COMPUTE_VOUCHER | benefit_kind: TITLE | VALUE_WRONG | policy.yaml | line | 'grant' is for",
                "policy.yaml | mode: AUTOMATIC | mode: CONFIRM | VALUE_WRONG | policy.yaml | line | 'grant' is for",
                "policy.yaml | mode: AUTOMATIC | mode: APPLY | KEY_UNKNOWN | policy.yaml | grant | publicity_working_days",
                "policy.yaml | steps: 6 | steps: -1 | VALUE_WRONG | policy.yaml | process.before.steps | from 0 to 1000",
                "policy.yaml | visits: 2 | ways: 2 | KEY_UNKNOWN | policy.yaml | process.before | unknown key 'ways'",
                "policy.yaml | leaf: honest | leaf: honesty | REFERENCE_UNKNOWN | policy.yaml | honesty | the model has not",
                "policy.yaml | leaf: honest | leaf: real_rd | VALUE_WRONG | policy.yaml | conditions | stands twice",
                "policy.yaml | leaf: honest | leaf: rate | VALUE_WRONG | model.dmn | rate | boolean is needed",
                "policy.yaml | id: demo-compute-voucher | id: Demo! | VALUE_WRONG | policy.yaml | id | no policy id",
                "policy.yaml | id: demo-compute-voucher | id: demo-other | VALUE_WRONG | policy.yaml | id | the folder",
                "model.dmn | employees &gt;= 5 | employees &gt;= | DMN_BROKEN | model.dmn | model | enough_staff",
                "model.dmn | employees &gt;= 5 | staff &gt;= 5 | FACT_UNKNOWN | model.dmn | model | 'staff'",
                "model.dmn | </decision> | </decide> | NOT_READABLE | model.dmn | line | no valid XML",
                "model.dmn | DMN/20230324/MODEL | DMN/20191111/MODEL | NOT_ALLOWED | model.dmn | line | outside DMN 1.5",
                "examples.yaml | employees: 5 | employees: five | VALUE_WRONG | examples.yaml | employees | is no number",
                "examples.yaml | employees: 5 | staff: 5 | REFERENCE_UNKNOWN | examples.yaml | facts | no input 'staff'",
                "examples.yaml | employees: 5} | employees: 6} | EXAMPLE_MISSING | examples.yaml | examples | exactly at 5",
                "examples.yaml | in_community: false} | in_community: true} | EXAMPLE_WRONG | examples.yaml | has not | outcome",
                "examples.yaml | 37037.03 | 37037.04 | EXAMPLE_WRONG | examples.yaml | floored | 37037.03",
                "model.dmn | enough_staff and real_rd | real_rd | TREE_DISAGREES | examples.yaml | 4 employees | tree says false",
                "model.dmn | min(product, cap) | product | EXAMPLE_WRONG | examples.yaml | capped | lead to 200000.00",
            })
    void saysWhatIsWrongAndWhere(
            String file, String from, String to, ProblemCode code, String inFile, String place, String text)
            throws IOException {
        edit(file, from, to == null ? "" : to);

        assertThat(problems()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.file()).isEqualTo(inFile);
            assertThat(problem.place()).contains(place);
            assertThat(problem.what()).contains(text);
            assertThat(problem.mend()).isNotBlank();
        });
    }

    @Test
    void tellsEverythingAtOnce() throws IOException {
        edit("policy.yaml", "mode: AUTOMATIC", "mode: AUTO");
        edit("model.dmn", "employees &gt;= 5", "employees &gt;=");
        Files.delete(folder.resolve("source.md"));
        Files.writeString(folder.resolve("source.md"), "note");

        assertThat(problems()).extracting(Problem::file).contains("policy.yaml", "model.dmn");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(folder.resolve("model.dmn"));

        assertThat(problems())
                .extracting(Problem::code, Problem::file)
                .containsExactly(tuple(ProblemCode.FILE_MISSING, "model.dmn"));
    }

    @Test
    void anOversizedFileIsNotRead() throws IOException {
        Files.writeString(folder.resolve("source.md"), "x".repeat(PackageText.FILE_BYTES_MAX + 1));

        assertThat(problems()).extracting(Problem::code).containsExactly(ProblemCode.FILE_TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // from | to | code | place of the cell | part of the text | part of the Chinese text
                "[0.25..0.30) | [0.25..0.30 | DMN_BROKEN | rule 2, column 1 (rd_staff_share) | staff_points | 模型有错误",
                "[0.25..0.30) | >= headcount | FACT_UNKNOWN | rule 2, column 1 (rd_staff_share) | headcount | 既不是输入",
                "[0.25..0.30) | \"many\" | TYPE_WRONG | rule 2, column 1 (rd_staff_share) | string in a column | 该列的类型是 number",
                "<text>16</text> | <text>\"16\"</text> | TYPE_WRONG | rule 2, column 2 (staff_points) | \"16\" | 该列的类型",
                "[0.25..0.30) | [0.25..0.30] | TABLE_OVERLAP | rule 2 | rd_staff_share = 0.30 | 规则 1 与规则 2",
                "[0.25..0.30) | (0.25..0.30) | TABLE_GAP | table staff_points | rd_staff_share = 0.25 | 没有规则适用",
                "[0.25..0.30) | matches(?, \"(a+)+$\") | NOT_ALLOWED | rule 2, column 1 | 'matches' | 不允许",
            })
    void aBrokenCellOfATableIsNamedInBothLanguages(
            String from, String to, ProblemCode code, String place, String text, String chinese) throws IOException {
        copyTheScoreSheet();
        editFirst("model.dmn", from, to);

        assertThat(problems()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.place()).contains("staff_points").contains(place);
            assertThat(problem.cell()).isNotNull();
            assertThat(problem.what()).contains(text);
            assertThat(problem.sentenceChinese()).contains("表 staff_points").contains(chinese);
        });
    }

    private void copyTheScoreSheet() throws IOException {
        var sme = TestPackages.PUBLISHED.resolve("national/science-sme/2026");
        folder = Files.createDirectories(temporary.resolve("national/science-sme/2026"));
        for (var name : List.of("policy.yaml", "model.dmn", "examples.yaml", "source.md")) {
            Files.copy(sme.resolve(name), folder.resolve(name));
        }
    }

    private void editFirst(String file, String from, String to) throws IOException {
        var text = Files.readString(folder.resolve(file));
        var at = text.indexOf(from);
        assertThat(at).isNotNegative();
        Files.writeString(folder.resolve(file), text.substring(0, at) + to + text.substring(at + from.length()));
    }

    private List<Problem> problems() {
        return switch (PolicyPackages.check(folder)) {
            case ReadOutcome.Refused refused -> refused.problems();
            case ReadOutcome.Ready ready -> List.of();
        };
    }

    private void edit(String file, String from, String to) throws IOException {
        var text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }
}
