// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.dmn;

import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.problem.Cell;
import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.problem.Problems;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads the skeleton of a model in one pass and refuses what [DmnLimits] does not allow, with the line.
/// Names and ids must be equal, so that a requirement can be read without resolving references.
final class DmnReader {

    static final String NAMESPACE = "https://www.omg.org/spec/DMN/20230324/MODEL/";

    private final Problems problems;
    private final Map<String, FactType> inputs = new LinkedHashMap<>();
    private final Map<String, DmnOutline.DecisionOutline> decisions = new LinkedHashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private String node = "";
    private TreeSet<String> requires = new TreeSet<>();
    private String type = "";
    private @Nullable String expression;
    private int rules;
    private final List<String> columns = new ArrayList<>();
    private int rule;
    private int column;

    private DmnReader(Problems problems) {
        this.problems = problems;
    }

    static Optional<DmnOutline> read(String xml, Problems problems) {
        var reader = new DmnReader(problems);
        try {
            reader.walk(factory().createXMLStreamReader(new StringReader(xml)));
        } catch (XMLStreamException broken) {
            var location = broken.getLocation();
            var place = location == null ? "file" : "line " + location.getLineNumber();
            problems.add(ProblemCode.NOT_READABLE, DmnLimits.MODEL_FILE, place, "no valid XML", "correct the XML");
            return Optional.empty();
        }
        return Optional.of(new DmnOutline(reader.inputs, reader.decisions));
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private void walk(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml);
                case XMLStreamConstants.DTD -> refuse(xml, "a document type", "remove the DOCTYPE");
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> refuse(xml, "a processing instruction", "remove it");
                default -> {}
            }
        }
        checkCounts(xml);
    }

    private void start(XMLStreamReader xml) {
        var element = xml.getLocalName();
        open.push(element);
        if (!NAMESPACE.equals(xml.getNamespaceURI())) {
            refuse(xml, "element '" + element + "' outside DMN 1.5", "use the namespace " + NAMESPACE);
        } else if (!DmnLimits.ELEMENTS.contains(element)) {
            refuse(xml, "element '" + element + "'", "use literal expressions and decision tables");
        }
        if (open.size() > DmnLimits.NESTING_MAX) {
            refuse(xml, "elements nested deeper than " + DmnLimits.NESTING_MAX, "flatten the model");
        }
        switch (element) {
            case "inputData", "decision" -> begin(xml);
            case "variable" -> type = attribute(xml, "typeRef");
            case "requiredInput", "requiredDecision" ->
                requires.add(attribute(xml, "href").replaceFirst("^#", ""));
            case "rule" -> beginRule();
            case "inputEntry", "outputEntry" -> column++;
            case "decisionTable" -> beginTable();
            case "output" -> columns.add(attribute(xml, "name"));
            default -> {}
        }
    }

    private void beginTable() {
        columns.clear();
        rule = 0;
    }

    private void beginRule() {
        rules++;
        rule++;
        column = 0;
    }

    private void begin(XMLStreamReader xml) {
        node = attribute(xml, "name");
        requires = new TreeSet<>();
        type = "";
        expression = null;
        if (!node.equals(attribute(xml, "id")) || !node.matches("[a-z][a-z0-9_]{0,59}")) {
            var what = "'" + node + "' must be id and name alike, in a-z, 0-9 and _";
            problem(xml, ProblemCode.VALUE_WRONG, what, "give id and name the same plain word");
        }
        if (inputs.containsKey(node) || decisions.containsKey(node)) {
            problem(xml, ProblemCode.VALUE_WRONG, "'" + node + "' stands twice", "rename one of the two");
        }
    }

    private void end() {
        switch (open.pop()) {
            case "inputData" ->
                FactType.ofFeel(type)
                        .ifPresentOrElse(
                                found -> inputs.put(node, found),
                                () -> problems.add(
                                        ProblemCode.VALUE_WRONG,
                                        DmnLimits.MODEL_FILE,
                                        "input " + node,
                                        "type '" + type + "' of an input",
                                        "use boolean, number, string or date"));
            case "decision" -> decisions.put(node, new DmnOutline.DecisionOutline(node, type, requires, expression));
            default -> {}
        }
    }

    private void text(XMLStreamReader xml) {
        if (!"text".equals(open.peek())) {
            return;
        }
        var feel = xml.getText();
        FeelGuard.objection(feel).ifPresent(why -> refuseText(xml, why));
        if (open.contains("literalExpression")) {
            expression = feel.strip();
        }
        if (open.contains("inputExpression")) {
            columns.add(feel.strip());
        }
    }

    private void refuseText(XMLStreamReader xml, FeelGuard.Objection why) {
        boolean isCell = open.contains("inputEntry") || open.contains("outputEntry");
        var label = isCell && column <= columns.size() ? columns.get(column - 1) : null;
        var cell = isCell ? new Cell(node, rule, column, label) : null;
        problems.add(new Problem(
                ProblemCode.NOT_ALLOWED,
                DmnLimits.MODEL_FILE,
                cell == null ? "line " + xml.getLocation().getLineNumber() : cell.english(),
                "in '" + node + "': " + why.english(),
                "write it without",
                cell,
                "“" + node + "”：" + why.chinese()));
    }

    private void checkCounts(XMLStreamReader xml) {
        if (decisions.size() > DmnLimits.DECISIONS_MAX) {
            limit(xml, DmnLimits.DECISIONS_MAX, "decisions");
        }
        if (inputs.size() > DmnLimits.INPUTS_MAX) {
            limit(xml, DmnLimits.INPUTS_MAX, "inputs");
        }
        if (rules > DmnLimits.RULES_MAX) {
            limit(xml, DmnLimits.RULES_MAX, "rules in tables");
        }
    }

    private void limit(XMLStreamReader xml, int max, String what) {
        problem(xml, ProblemCode.LIMIT_EXCEEDED, "more than " + max + " " + what, "split the policy");
    }

    private void refuse(XMLStreamReader xml, String what, String mend) {
        problem(xml, ProblemCode.NOT_ALLOWED, what + " is not allowed in a policy model", mend);
    }

    private void problem(XMLStreamReader xml, ProblemCode code, String what, String mend) {
        problems.add(code, DmnLimits.MODEL_FILE, "line " + xml.getLocation().getLineNumber(), what, mend);
    }

    private static String attribute(XMLStreamReader xml, String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
