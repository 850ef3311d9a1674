// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A model is refused before it is compiled when it could loop, reach outside or read the clock.
class HostileModelsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(for i in 1..1000000000 return i) > 0",
                "some x in [1, 2] satisfies x > 1",
                "every x in [1, 2] satisfies x > 1",
                "(function(x) x)(1) = 1",
                "function(s) external {java: {class: \"java.lang.Runtime\"}} = 1",
                "matches(\"aaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")",
                "replace(\"a\", \"b\", \"c\") = \"a\"",
                "today() > @\"2020-01-01\"",
                "now() = now()",
                "1 /* hidden */ = 1",
                "((((((((((((((((((((((1)))))))))))))))))))))) = 1",
            })
    void refusesTheExpression(String feel) {
        assertThat(problemsOf(model(decision("leaf", feel))))
                .extracting(Problem::code)
                .containsOnly(ProblemCode.NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<import name=\"x\" namespace=\"y\" importType=\"z\" locationURI=\"http://127.0.0.1/x\"/>",
                "<businessKnowledgeModel id=\"f\" name=\"f\"/>",
                "<decisionService id=\"s\" name=\"s\"/>",
                "<itemDefinition name=\"t\"/>",
                "<x:evil xmlns:x=\"urn:other\"/>",
            })
    void refusesTheElement(String element) {
        assertThat(problemsOf(model(element))).extracting(Problem::code).contains(ProblemCode.NOT_ALLOWED);
    }

    @Test
    void refusesADocumentType() {
        var xml = "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + model(decision("leaf", "true"));

        assertThat(problemsOf(xml)).extracting(Problem::what).anyMatch(what -> what.contains("document type"));
    }

    @Test
    void refusesTooManyDecisions() {
        var many = IntStream.rangeClosed(0, DmnLimits.DECISIONS_MAX)
                .mapToObj(i -> decision("d" + i, "true"))
                .collect(Collectors.joining());

        assertThat(problemsOf(model(many))).extracting(Problem::code).containsOnly(ProblemCode.LIMIT_EXCEEDED);
    }

    @Test
    void refusesDeepNesting() {
        var deep = "<text>".repeat(DmnLimits.NESTING_MAX) + "</text>".repeat(DmnLimits.NESTING_MAX);

        assertThat(problemsOf(model(deep))).extracting(Problem::what).anyMatch(what -> what.contains("nested deeper"));
    }

    @Test
    void wordsInsideQuotesAreHarmless() {
        assertThat(FeelGuard.objection("kind = \"for every function\"")).isEmpty();
    }

    @Test
    void aSoundModelCompilesAndDecides() {
        var problems = new Problems();
        var model =
                DmnModel.compile(model(decision("leaf", "1 &lt; 2")), problems).orElseThrow();

        assertThat(problems.list()).isEmpty();
        assertThat(model.evaluate(Map.of())).containsEntry("leaf", true);
    }

    private static List<Problem> problemsOf(String xml) {
        var problems = new Problems();
        assertThat(DmnModel.compile(xml, problems)).isEmpty();
        return problems.list();
    }

    private static String model(String content) {
        return "<definitions xmlns=\"" + DmnReader.NAMESPACE + "\" id=\"m\" name=\"m\" namespace=\"urn:m\">" + content
                + "</definitions>";
    }

    private static String decision(String name, String feel) {
        return "<decision id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name
                + "\" typeRef=\"boolean\"/><literalExpression><text>" + feel.replace(">", "&gt;")
                + "</text></literalExpression></decision>";
    }
}
