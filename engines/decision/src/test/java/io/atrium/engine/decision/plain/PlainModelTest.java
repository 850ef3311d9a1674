// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainModelTest {

    private static final String HEAD =
            "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"m\" name=\"m\" namespace=\"urn:m\">";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(function(s) external {java: {class: \"java.lang.System\", method signature: \"exit(int)\"}})(0)",
                "(function(s) /* \" */ external {java: {class: \"java.lang.System\", method signature: \"exit(int)\"}})(0)",
                "{f: function(a: number)\n external {pmml: {document: \"x\", model: \"y\"}}, r: f(1)}.r",
            })
    void refusesFunctionsOutsideFeel(String feel) throws IOException {
        assertThat(PlainModel.compile(model(decision(feel)), List.of()))
                .isInstanceOfSatisfying(
                        PlainOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(PlainOutcome.Reason.EXTERNAL_FUNCTION));
    }

    @Test
    void refusesABoxedJavaFunction() throws IOException {
        var bkm =
                "<businessKnowledgeModel id=\"f\" name=\"f\"><encapsulatedLogic kind=\"Java\"/></businessKnowledgeModel>";

        assertThat(PlainModel.compile(model(bkm), List.of())).isInstanceOf(PlainOutcome.Refused.class);
    }

    @Test
    void refusesADocumentType() throws IOException {
        var file = Files.writeString(
                folder.resolve("x.dmn"),
                "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + HEAD + "</definitions>");

        assertThat(PlainModel.compile(file, List.of())).isInstanceOf(PlainOutcome.Refused.class);
    }

    @Test
    void theWordsAloneAreHarmless() throws IOException {
        assertThat(ready(decision("\"function external\"")).decide("d", Map.of()))
                .isEqualTo("function external");
    }

    @Test
    void noClassIsWithinReach() {
        assertThat(ExternalFunctions.isIn("function(x) x + external_rating")).isFalse();
        assertThatThrownBy(() -> NoClasses.INSTANCE.loadClass("java.lang.Math"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void runsLoopsAndFunctionsThatAPackageMayNotHave() throws IOException {
        assertThat(ready(decision("sum(for i in 1..10 return (function(x) x * x)(i))"))
                        .decide("d", Map.of()))
                .isEqualTo(new BigDecimal(385));
    }

    private PlainModel ready(String content) throws IOException {
        return switch (PlainModel.compile(model(content), List.of())) {
            case PlainOutcome.Ready(var model) -> model;
            case PlainOutcome.Refused refused -> throw new AssertionError(refused.sentence());
        };
    }

    private Path model(String content) throws IOException {
        return Files.writeString(folder.resolve("m.dmn"), HEAD + content + "</definitions>");
    }

    private static String decision(String feel) {
        return "<decision id=\"d\" name=\"d\"><variable name=\"d\"/><literalExpression><text>" + feel
                + "</text></literalExpression></decision>";
    }
}
