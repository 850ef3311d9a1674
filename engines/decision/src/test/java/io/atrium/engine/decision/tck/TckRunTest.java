// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TckRunTest {

    private static final String MODEL = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" namespace="urn:m">
              <inputData id="i" name="n"><variable name="n" typeRef="number"/></inputData>
              <decision id="a" name="half"><variable name="half"/>
                <informationRequirement><requiredInput href="#i"/></informationRequirement>
                <literalExpression><text>n / 2</text></literalExpression></decision>
              <decision id="b" name="broken"><variable name="broken"/>
                <literalExpression><text>BROKEN</text></literalExpression></decision>
              <decision id="c" name="mixed"><variable name="mixed"/>
                <literalExpression><text>{day: date("2026-03-01"), hours: [duration("PT2H"), null]}</text></literalExpression></decision>
            </definitions>
            """;

    private static final String CASES = """
            <testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
              <modelName>m.dmn</modelName>
              <testCase id="number"><inputNode name="n"><value xsi:type="xsd:decimal">3.0</value></inputNode>
                <resultNode name="half"><expected><value xsi:type="xsd:decimal">1.50</value></expected></resultNode></testCase>
              <testCase id="error">
                <resultNode name="broken" errorResult="true"><expected><value xsi:nil="true"/></expected></resultNode></testCase>
              <testCase id="context"><resultNode name="mixed"><expected>
                <component name="hours"><list><item><value xsi:type="xsd:duration">PT120M</value></item>
                  <item><value xsi:nil="true"/></item></list></component>
                <component name="day"><value xsi:type="xsd:date">2026-03-01</value></component></expected></resultNode></testCase>
              <testCase id="wrong">
                <resultNode name="mixed"><expected><value xsi:type="xsd:string">x</value></expected></resultNode></testCase>
            </testCases>
            """;

    @TempDir
    Path folder;

    @Test
    void comparesByValueAndNamesWhatDoesNotHold() throws IOException {
        write("1 + \"x\" * 2");

        var report = TckRun.run(folder);

        assertThat(report.count(TckVerdict.PASSED)).isEqualTo(3);
        assertThat(report.folders().getFirst().results())
                .filteredOn(result -> result.verdict() == TckVerdict.FAILED)
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.name()).isEqualTo("m-test-01.xml#wrong");
                    assertThat(result.detail()).startsWith("mixed is ").endsWith("expected x");
                });
        assertThat(report.total()).isEqualTo(4);
    }

    @Test
    void refusesOnPurposeWhatWouldLeaveFeel() throws IOException {
        write(
                "(function(s) external {java: {class: \"java.lang.System\", method signature: \"getenv(java.lang.String)\"}})"
                        + "(\"PATH\")");

        assertThat(TckRun.run(folder).count(TckVerdict.REFUSED)).isEqualTo(4);
    }

    @Test
    void aMissingModelFailsItsCases() throws IOException {
        Files.writeString(folder.resolve("m-test-01.xml"), CASES);

        assertThat(TckRun.run(folder).count(TckVerdict.FAILED)).isEqualTo(4);
    }

    @Test
    void aBrokenTestFileIsOneFailure() throws IOException {
        Files.writeString(folder.resolve("m-test-01.xml"), "<testCases>");

        assertThat(TckRun.run(folder).count(TckVerdict.FAILED)).isEqualTo(1);
    }

    private void write(String broken) throws IOException {
        Files.writeString(folder.resolve("m.dmn"), MODEL.replace("BROKEN", broken));
        Files.writeString(folder.resolve("m-test-01.xml"), CASES);
    }
}
