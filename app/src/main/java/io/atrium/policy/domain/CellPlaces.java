// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Where the cells of a model's tables stand (表格单元位置), by their id.
public final class CellPlaces {

    /// @param rule from 1
    /// @param column what the column compares; empty for the table's result
    public record Place(String decision, int rule, String column) {}

    private CellPlaces() {}

    /// @param xml a model that was accepted
    public static Map<String, Place> of(String xml) {
        var places = new HashMap<String, Place>();
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
            for (var table : elements(document.getDocumentElement(), "decisionTable")) {
                if (table.getParentNode() instanceof Element decision) {
                    places(decision.getAttribute("name"), table, places);
                }
            }
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new IllegalArgumentException("not a model that was accepted", broken);
        }
        return places;
    }

    private static void places(String decision, Element table, Map<String, Place> places) {
        var columns = elements(table, "inputExpression").stream()
                .map(input ->
                        elements(input, "text").getFirst().getTextContent().strip())
                .toList();
        var rules = elements(table, "rule");
        for (int rule = 0; rule < rules.size(); rule++) {
            var inputs = elements(rules.get(rule), "inputEntry");
            for (int column = 0; column < Math.min(inputs.size(), columns.size()); column++) {
                places.put(inputs.get(column).getAttribute("id"), new Place(decision, rule + 1, columns.get(column)));
            }
            for (var output : elements(rules.get(rule), "outputEntry")) {
                places.put(output.getAttribute("id"), new Place(decision, rule + 1, ""));
            }
        }
    }

    private static List<Element> elements(Element below, String name) {
        var found = new ArrayList<Element>();
        var all = below.getElementsByTagNameNS("*", name);
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }
}
