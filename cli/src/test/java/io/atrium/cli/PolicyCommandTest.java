// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {

    private static final Path POLICIES =
            Path.of("..", "policies").toAbsolutePath().normalize();

    private static final String MODEL = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" namespace="urn:m">
              <decision id="d" name="d"><variable name="d"/>
                <literalExpression><text>matches("abc", "^a.c$")</text></literalExpression></decision>
            </definitions>
            """;

    private static final String CASES = """
            <testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <modelName>m.dmn</modelName>
              <testCase id="1"><resultNode name="d"><expected><value xsi:type="b:boolean">true</value></expected>
                </resultNode></testCase>
              <testCase id="2"><resultNode name="d"><expected><value xsi:type="b:boolean">false</value></expected>
                </resultNode></testCase>
            </testCases>
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyPackageThatComesAlongIsSound() {
        assertThat(run("policy", "test", POLICIES.toString()))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).contains("demo").doesNotContain("problems");
    }

    @Test
    void proposesTheExamplesThatAPackageLacks() throws Exception {
        var demo = Files.createDirectories(folder.resolve("demo/compute-voucher/1"));
        for (var name : List.of("policy.yaml", "model.dmn", "examples.yaml", "source.md")) {
            Files.copy(demoPackage().resolve(name), demo.resolve(name));
        }
        var model = demo.resolve("model.dmn");
        Files.writeString(model, Files.readString(model).replace("employees &gt;= 5", "employees &gt;= 8"));

        assertThat(run("policy", "check", demo.toString(), "--propose"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("proposals", "- name: \"just below 8: employees 7\"\n    facts: {employees: 7}")
                .contains("expect: {outcome: NOT_YET, conditions: {enough_staff: UNMET}}");
        assertThat(run("policy", "check", demo.toString(), "--propose", "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"kind\":\"BOUNDARY\"", "\"changed\":[\"employees\"]");
    }

    @Test
    void explainsWithTheFactsAndWhatIsMissing() throws Exception {
        var facts = Files.writeString(folder.resolve("facts.yaml"), "facts:\n  in_community: true\n  employees: 4\n");
        var code = run(
                "policy", "explain", demoPackage().toString(), "--facts", facts.toString(), "--as-of", "2026-03-02");
        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString()).contains("on 2026-03-02: NOT_YET", "MET", "employees=4", "missing: ");
    }

    @Test
    void explainsAFirmByTheIdOfThePolicy() throws Exception {
        var firm = Files.writeString(folder.resolve("firm.json"), "{\"facts\": {\"employees\": 4}}");
        var code = run(
                "policy",
                "explain",
                "--firm",
                firm.toString(),
                "--policy",
                "demo-compute-voucher",
                "--policies",
                POLICIES.toString(),
                "--as-of",
                "2026-03-02",
                "--json");
        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString())
                .startsWith("{\"policy\":\"demo-compute-voucher\"")
                .contains("NOT_YET");
    }

    @Test
    void saysWhichPolicyThereIsNot() throws Exception {
        var firm = Files.writeString(folder.resolve("firm.json"), "{\"facts\": {}}");
        var options = List.of("policy", "explain", "--firm", firm.toString(), "--policies", POLICIES.toString());
        assertThat(run(options.toArray(String[]::new))).isEqualTo(ExitStatus.WRONG_USAGE.code());
        var named = new ArrayList<>(options);
        named.addAll(List.of("--policy", "nowhere-nothing"));
        assertThat(run(named.toArray(String[]::new))).isEqualTo(ExitStatus.NOT_FOUND.code());
    }

    @Test
    void triesAForeignPackageApart() throws Exception {
        assertThat(run("policy", "check", demoPackage().toString(), "--isolated"))
                .isZero();
    }

    @Test
    void namesTheCellForPrograms() throws Exception {
        var sheet = POLICIES.resolve("national/science-sme/2026");
        var copy = Files.createDirectories(folder.resolve("national/science-sme/2026"));
        for (var name : List.of("policy.yaml", "model.dmn", "examples.yaml", "source.md")) {
            Files.writeString(
                    copy.resolve(name), Files.readString(sheet.resolve(name)).replace("[0.25..0.30)", "[0.25..0.30]"));
        }
        assertThat(run("policy", "check", folder.toString(), "--json")).isEqualTo(ExitStatus.REFUSED.code());
        assertThat(out.toString())
                .contains("\"code\":\"TABLE_OVERLAP\",\"file\":\"model.dmn\"")
                .contains("\"cell\":{\"table\":\"staff_points\",\"rule\":2,\"column\":0,\"label\":null}")
                .contains("规则 1 与规则 2");
    }

    @Test
    void refusesAPackageThatIsBroken() throws Exception {
        var broken = Files.createDirectories(folder.resolve("place/policy/2026"));
        Files.writeString(broken.resolve("policy.yaml"), "id: [");
        assertThat(run("policy", "test", folder.toString())).isEqualTo(ExitStatus.REFUSED.code());
        assertThat(out.toString()).contains("place/policy/2026/model.dmn");
    }

    @Test
    void saysWhenThereIsNothing() {
        assertThat(run("policy", "test", folder.resolve("none").toString())).isEqualTo(ExitStatus.NOT_FOUND.code());
        assertThat(err.toString()).contains("POLICY_NOT_FOUND");
    }

    @Test
    void runsAConformanceFolder() throws Exception {
        Files.writeString(folder.resolve("m.dmn"), MODEL);
        Files.writeString(folder.resolve("m-test-01.xml"), CASES);
        assertThat(run("policy", "tck", folder.toString(), "--json")).isEqualTo(ExitStatus.FAILED.code());
        assertThat(out.toString())
                .startsWith("{\"passed\":1,\"failed\":1,\"refused\":0,\"total\":2,\"folders\":{\"")
                .contains("\"failed\":1");
    }

    @Test
    void anEmptyFolderIsNoConformanceKit() {
        assertThat(run("policy", "tck", folder.toString())).isEqualTo(ExitStatus.NOT_FOUND.code());
    }

    private static Path demoPackage() {
        return POLICIES.resolve("demo/compute-voucher/1");
    }

    private int run(String... arguments) {
        return AtriumCommand.run(List.of(arguments), new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
