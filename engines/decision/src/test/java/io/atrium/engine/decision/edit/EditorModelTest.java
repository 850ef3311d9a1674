// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.PolicyPackages;
import io.atrium.engine.decision.TestPackages;
import io.atrium.engine.decision.fact.FactType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A model goes to the editor with a diagram and comes back without.
class EditorModelTest {

    private static final String MODEL = """
            <!-- kept -->
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" namespace="urn:m">
              <inputData id="employees" name="employees"><variable name="employees" typeRef="number"/></inputData>
              <!-- why -->
              <decision id="eligible" name="eligible">
                <variable name="eligible" typeRef="boolean"/>
                <informationRequirement><requiredInput href="#employees"/></informationRequirement>
                <literalExpression><text>employees &gt;= 5</text></literalExpression>
              </decision>
            </definitions>
            """;

    static Stream<Path> published() {
        return PolicyPackages.list(TestPackages.PUBLISHED).stream().map(folder -> folder.resolve("model.dmn"));
    }

    @ParameterizedTest
    @MethodSource("published")
    void whatTheEditorLeavesAloneComesBackLetterForLetter(Path file) throws IOException {
        var xml = Files.readString(file);
        var given = EditorModel.forEditor(xml).orElseThrow();

        assertThat(given).contains("DMN/20191111/MODEL/", "<dmndi:DMNShape").doesNotContain("20230324");
        assertThat(EditorModel.fromEditor(xml, given, Map.of())).contains(xml);
    }

    @Test
    void everyBoxHasItsOwnPlaceAndEveryRequirementItsLine() {
        var given = EditorModel.forEditor(MODEL).orElseThrow();

        assertThat(given)
                .contains("dmnElementRef=\"employees\"", "dmnElementRef=\"eligible\"")
                .contains("id=\"eligible_requires_1\"", "dmnElementRef=\"eligible_requires_1\"");
        assertThat(given.split("<di:waypoint", -1)).hasSize(3);
    }

    @Test
    void aCircleOfRequirementsIsDrawnToo() {
        assertThat(EditorModel.forEditor(
                        MODEL.replace("requiredInput href=\"#employees\"", "requiredDecision href=\"#eligible\"")))
                .isPresent();
    }

    @Test
    void changesAreMergedIntoTheTextThatWasThere() {
        var edited = """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:biodi="http://bpmn.io/schema/dmn/biodi/2.0" id="m" name="m" namespace="urn:m" exporter="dmn-js">
                  <inputData id="employees" name="employees">
                    <variable id="InformationItem_1" name="employees" typeRef="number" />
                  </inputData>
                  <inputData id="InputData_2" name="revenue" />
                  <decision id="eligible" name="eligible">
                    <variable id="InformationItem_3" name="eligible" typeRef="boolean" />
                    <informationRequirement id="eligible_requires_1">
                      <requiredInput href="#employees" />
                    </informationRequirement>
                    <informationRequirement id="InformationRequirement_4">
                      <requiredInput href="#InputData_2" />
                    </informationRequirement>
                    <literalExpression id="LiteralExpression_5" biodi:width="120">
                      <text><![CDATA[employees >= 5 and revenue > 0]]></text>
                    </literalExpression>
                  </decision>
                </definitions>
                """;

        assertThat(EditorModel.fromEditor(MODEL, edited, Map.of("revenue", FactType.NUMBER)))
                .contains("""
                        <!-- kept -->
                        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" namespace="urn:m">
                          <inputData id="employees" name="employees"><variable name="employees" typeRef="number"/></inputData>
                          <inputData id="revenue" name="revenue"><variable name="revenue" typeRef="number"/></inputData>
                          <!-- why -->
                          <decision id="eligible" name="eligible">
                            <variable name="eligible" typeRef="boolean"/>
                            <informationRequirement><requiredInput href="#employees"/></informationRequirement>
                            <informationRequirement id="InformationRequirement_4"><requiredInput href="#revenue"/></informationRequirement>
                            <literalExpression><text>employees &gt;= 5 and revenue &gt; 0</text></literalExpression>
                          </decision>
                        </definitions>
                        """);
    }

    @Test
    void whatIsNoXmlDoesNotComeBack() {
        assertThat(EditorModel.fromEditor(MODEL, "<definitions>", Map.of())).isEmpty();
        assertThat(EditorModel.forEditor("nonsense")).isEmpty();
    }
}
