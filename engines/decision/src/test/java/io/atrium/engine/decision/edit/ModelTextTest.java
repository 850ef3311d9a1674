// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.PolicyPackages;
import io.atrium.engine.decision.TestPackages;
import io.atrium.engine.decision.edit.DecisionText.Expression;
import io.atrium.engine.decision.edit.DecisionText.Table;
import io.atrium.engine.decision.fact.FactType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is changed is written, and nothing else.
class ModelTextTest {

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- a note at the top -->
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m"
                         namespace="urn:m">
              <inputData id="employees" name="employees"><variable name="employees" typeRef="number"/></inputData>
              <decision id="points" name="points">
                <variable name="points" typeRef="number"/>
                <informationRequirement><requiredInput href="#employees"/></informationRequirement>
                <decisionTable hitPolicy="UNIQUE">
                  <input id="points_in1"><inputExpression typeRef="number"><text>employees</text></inputExpression></input>
                  <output id="points_out" name="points" typeRef="number"/>
                  <!-- the clause says so -->
                  <rule id="points_r1"><inputEntry id="points_r1c1"><text>&gt;= 10</text></inputEntry><outputEntry id="points_r1out"><text>2</text></outputEntry></rule>
                  <rule id="points_r2"><inputEntry id="points_r2c1"><text>&lt; 10</text></inputEntry><outputEntry id="points_r2out"><text>0</text></outputEntry></rule>
                </decisionTable>
              </decision>
              <decision id="eligible" name="eligible">
                <variable name="eligible" typeRef="boolean"/>
                <informationRequirement><requiredDecision href="#points"/></informationRequirement>
                <literalExpression><text>points &gt; 0</text></literalExpression>
              </decision>
            </definitions>
            """;

    static Stream<Path> published() {
        return PolicyPackages.list(TestPackages.PUBLISHED).stream().map(folder -> folder.resolve("model.dmn"));
    }

    @ParameterizedTest
    @MethodSource("published")
    void whatIsReadIsWrittenLetterForLetter(Path file) throws IOException {
        var xml = Files.readString(file);
        var model = ModelText.read(xml).orElseThrow();
        assertThat(model.xml()).isEqualTo(xml);
        for (var decision : model.decisions()) {
            assertThat(ModelText.read(xml).orElseThrow().with(decision, Map.of()))
                    .isEqualTo(xml);
        }
    }

    @Test
    void oneCellChangesOneLine() {
        assertThat(table(table -> cell(table, 0, 0, ">= 12"))).isEqualTo(MODEL.replace("&gt;= 10", "&gt;= 12"));
    }

    @Test
    void anExpressionIsEscaped() {
        var decision = model().find("eligible").orElseThrow().with(new Expression("points > 1 and points < 5"));

        assertThat(model().with(decision, Map.of()))
                .isEqualTo(MODEL.replace("points &gt; 0", "points &gt; 1 and points &lt; 5"));
    }

    @Test
    void aRuleComesGoesAndMovesWithItsComment() {
        assertThat(table(table -> table.withRuleAfter(1)))
                .contains("<rule id=\"points_r3\"><inputEntry id=\"points_r3c1\"><text>-</text></inputEntry>"
                        + "<outputEntry id=\"points_r3out1\"><text/></outputEntry></rule>\n    </decisionTable>");
        assertThat(table(table -> table.withoutRule(0))).doesNotContain("points_r1", "the clause says so");
        assertThat(table(table -> table.moved(0, 1)).indexOf("points_r2\""))
                .isLessThan(table(table -> table.moved(0, 1)).indexOf("<!-- the clause says so -->"));
        assertThat(table(table -> table.moved(0, -1))).isEqualTo(MODEL);
    }

    @Test
    void aColumnComesAndGoes() {
        var wider = table(TableText::withInput);
        assertThat(ModelText.read(wider)
                        .orElseThrow()
                        .find("points")
                        .orElseThrow()
                        .logic())
                .isInstanceOfSatisfying(
                        Table.class,
                        table -> assertThat(table.table().rules())
                                .extracting(TableText.Rule::cells)
                                .containsExactly(List.of(">= 10", "-", "2"), List.of("< 10", "-", "0")));
        assertThat(ModelText.read(wider)
                        .map(model -> model.find("points").orElseThrow())
                        .map(decision ->
                                new Table(((Table) decision.logic()).table().withoutInput(1)))
                        .map(logic -> model().find("points").orElseThrow().with(logic))
                        .map(decision -> ModelText.read(wider).orElseThrow().with(decision, Map.of())))
                .contains(MODEL);
    }

    @Test
    void whatADecisionRequiresIsAddedWithTheTypeOfTheCatalogue() {
        var decision = model().find("points").orElseThrow().requiring(List.of("employees", "revenue"));

        assertThat(model().with(decision, Map.of("revenue", FactType.NUMBER)))
                .contains(
                        "\n  <inputData id=\"revenue\" name=\"revenue\"><variable name=\"revenue\" typeRef=\"number\"/></inputData>\n",
                        "\n    <informationRequirement><requiredInput href=\"#revenue\"/></informationRequirement>\n");
    }

    @Test
    void aDecisionComesAndGoes() {
        assertThat(model().isFree("bonus")).isTrue();
        assertThat(List.of("points", "employees", "Bonus", "")).noneMatch(model()::isFree);
        var more = model().withNew("bonus", "number", true);
        assertThat(more).contains("""
                          </decision>
                          <decision id="bonus" name="bonus">
                            <variable name="bonus" typeRef="number"/>
                            <decisionTable hitPolicy="UNIQUE">
                              <input id="bonus_in1"><inputExpression><text></text></inputExpression></input>
                              <output id="bonus_out" name="bonus" typeRef="number"/>
                              <rule id="bonus_r1"><inputEntry id="bonus_r1c1"><text>-</text></inputEntry><outputEntry id="bonus_r1out"><text></text></outputEntry></rule>
                            </decisionTable>
                          </decision>
                        </definitions>
                        """);
        assertThat(ModelText.read(more).orElseThrow().without("bonus")).isEqualTo(MODEL);
        assertThat(model().withNew("bonus", "boolean", false))
                .contains("<literalExpression><text></text></literalExpression>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<a>",
                "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
                "<a b=\"1\" b=\"2\"/>",
                "<a/><b/>"
            })
    void whatIsNoXmlIsNotRead(String text) {
        assertThat(ModelText.read(text)).isEmpty();
    }

    @Test
    void whatIsTooLargeOrTooDeepIsNotRead() {
        assertThat(ModelText.read("<a>" + " ".repeat(600_000) + "</a>")).isEmpty();
        assertThat(ModelText.read("<a>".repeat(200) + "</a>".repeat(200))).isEmpty();
    }

    private static ModelText model() {
        return ModelText.read(MODEL).orElseThrow();
    }

    private static String table(UnaryOperator<TableText> change) {
        var decision = model().find("points").orElseThrow();
        var table = ((Table) decision.logic()).table();
        return model().with(decision.with(new Table(change.apply(table))), Map.of());
    }

    private static TableText cell(TableText table, int rule, int column, String text) {
        var rules = new ArrayList<>(table.rules());
        var cells = new ArrayList<>(rules.get(rule).cells());
        cells.set(column, text);
        rules.set(rule, new TableText.Rule(rules.get(rule).id(), cells));
        return new TableText(table.hitPolicy(), table.inputs(), table.outputs(), rules);
    }
}
