// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.table;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Reads the decision tables of a model that has passed the guard of package `dmn`.
final class TableReader {

    private TableReader() {}

    static List<DecisionTable> read(String xml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var root = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
            return children(root, "decision").stream()
                    .flatMap(decision -> children(decision, "decisionTable").stream()
                            .map(table -> table(decision.getAttribute("name"), table)))
                    .toList();
        } catch (IOException | SAXException | ParserConfigurationException unguarded) {
            throw new IllegalArgumentException("the model has not passed the guard", unguarded);
        }
    }

    private static DecisionTable table(String decision, Element table) {
        var outputs = children(table, "output");
        return new DecisionTable(
                decision,
                table.hasAttribute("hitPolicy") ? table.getAttribute("hitPolicy") : "UNIQUE",
                outputs.stream()
                        .noneMatch(
                                output -> children(output, "defaultOutputEntry").isEmpty()),
                children(table, "input").stream().map(TableReader::input).toList(),
                outputs.stream().map(output -> output(decision, output)).toList(),
                children(table, "rule").stream().map(TableReader::rule).toList());
    }

    private static DecisionTable.Input input(Element input) {
        var expression = children(input, "inputExpression").stream().findFirst();
        return new DecisionTable.Input(
                input.getAttribute("id"),
                expression.map(TableReader::text).orElse(""),
                expression.map(element -> element.getAttribute("typeRef")).orElse(""),
                children(input, "inputValues").stream()
                        .findFirst()
                        .map(TableReader::text)
                        .orElse(""));
    }

    private static DecisionTable.Output output(String decision, Element output) {
        var name = output.getAttribute("name");
        return new DecisionTable.Output(
                output.getAttribute("id"), name.isEmpty() ? decision : name, output.getAttribute("typeRef"));
    }

    private static DecisionTable.Rule rule(Element rule) {
        return new DecisionTable.Rule(
                rule.getAttribute("id"), entries(rule, "inputEntry"), entries(rule, "outputEntry"));
    }

    private static List<DecisionTable.Entry> entries(Element rule, String name) {
        return children(rule, name).stream()
                .map(entry -> new DecisionTable.Entry(entry.getAttribute("id"), text(entry)))
                .toList();
    }

    private static String text(Element parent) {
        return children(parent, "text").stream()
                .findFirst()
                .map(text -> text.getTextContent().strip())
                .orElse("");
    }

    private static List<Element> children(Element parent, String localName) {
        var children = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && localName.equals(element.getLocalName())) {
                children.add(element);
            }
        }
        return children;
    }
}
