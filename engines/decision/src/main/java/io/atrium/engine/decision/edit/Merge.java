// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Carries the changes of an edited element into the one that was there before. Children are paired by their id, else
/// by their kind and place among those without one.
///
/// ```
/// before: <rule id="r1"/> <!-- why --> <rule id="r2"/>
/// edited: <rule id="r2"/><rule id="DecisionRule_0x"/>
/// after:  <!-- why --> <rule id="r2"/> <rule id="DecisionRule_0x"/>
/// ```
final class Merge {

    private static final String REQUIREMENT = "informationRequirement";

    /// What is written on several lines; all else stands on one.
    private static final Map<String, Integer> DEPTHS = Map.of("decision", 1, "decisionTable", 2);

    private Merge() {}

    static void into(XmlElement former, XmlElement edited) {
        attributes(former, edited);
        if (former.is("text")) {
            former.setText(edited.text());
            return;
        }
        var open = new ArrayList<>(former.elements());
        var wanted = new ArrayList<XmlElement>();
        for (var child : edited.elements()) {
            var pair = pair(open, child);
            pair.ifPresent(one -> {
                open.remove(one);
                into(one, child);
            });
            wanted.add(pair.orElseGet(() -> fresh(child)));
        }
        former.arrange(former.elements(), wanted);
    }

    private static Optional<XmlElement> pair(List<XmlElement> open, XmlElement edited) {
        return open.stream()
                .filter(one -> one.is(edited.localName()) && isPair(one, edited))
                .findFirst();
    }

    private static boolean isPair(XmlElement one, XmlElement edited) {
        if (one.is(REQUIREMENT)) {
            return required(one).equals(required(edited));
        }
        var id = one.attribute("id");
        return id.isEmpty() || id.equals(edited.attribute("id"));
    }

    private static List<String> required(XmlElement requirement) {
        return requirement.elements().stream()
                .map(one -> one.localName() + one.attribute("href"))
                .toList();
    }

    /// An id that the editor gave to an element without one is not kept, nor is a default that it left out a change.
    private static void attributes(XmlElement former, XmlElement edited) {
        edited.attributes().forEach((key, value) -> {
            if (!key.equals("id") || former.attributes().containsKey("id")) {
                former.set(key, value);
            }
        });
        Set.copyOf(former.attributes().keySet()).stream()
                .filter(key -> !edited.attributes().containsKey(key))
                .filter(key -> !key.startsWith("xmlns"))
                .filter(key ->
                        !(key.equals("hitPolicy") && former.attribute(key).equals("UNIQUE")))
                .forEach(former::remove);
    }

    /// A new element in the way of the others.
    static XmlElement fresh(XmlElement element) {
        if (element.is("text")) {
            var text = element.text();
            element.children().clear();
            return element.add(new XmlNode.Raw(XmlText.escaped(text)));
        }
        element.children().removeIf(child -> child instanceof XmlNode.Raw raw && raw.isBlank());
        element.elements().forEach(Merge::fresh);
        if (DEPTHS.get(element.localName()) instanceof Integer depth) {
            var children = List.copyOf(element.children());
            element.children().clear();
            children.forEach(child ->
                    element.add(new XmlNode.Raw("\n" + "  ".repeat(depth + 1))).add(child));
            element.add(new XmlNode.Raw("\n" + "  ".repeat(depth)));
        }
        return element;
    }
}
