// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.edit;

import io.atrium.engine.decision.fact.FactType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Takes out of a model what only an editor needs, and gives what was drawn the names that a package wants: id and name
/// alike, and a variable with a type.
final class Tidy {

    static final String PLAIN_NAME = "[a-z][a-z0-9_]{0,59}";

    private final XmlElement root;
    private final Map<String, FactType> known;
    private final Map<String, String> renamed = new HashMap<>();

    private Tidy(XmlElement root, Map<String, FactType> known) {
        this.root = root;
        this.known = known;
    }

    static void clean(XmlElement root, Map<String, FactType> known) {
        var tidy = new Tidy(root, known);
        tidy.strip(root);
        tidy.nodes().forEach(tidy::rename);
        tidy.follow(root);
        tidy.nodes().forEach(tidy::giveVariable);
    }

    private List<XmlElement> nodes() {
        return Stream.concat(root.elements("inputData").stream(), root.elements("decision").stream())
                .toList();
    }

    /// Diagrams, extensions and attributes in other name spaces; those that name the tool.
    private void strip(XmlElement element) {
        var name = element.name();
        element.children()
                .removeIf(child -> child instanceof XmlElement one
                        && (one.is("DMNDI")
                                || one.is("extensionElements")
                                || !prefix(one.name()).equals(prefix(name))));
        List.copyOf(element.attributes().keySet()).stream()
                .filter(key -> isForeign(element, key))
                .forEach(element::remove);
        element.elements().forEach(this::strip);
    }

    private static boolean isForeign(XmlElement element, String key) {
        boolean isOwnName =
                key.equals("xmlns") || element.attribute(key).equals(EditorModel.OWN) || key.startsWith("xml:");
        return key.contains(":") && !isOwnName || key.equals("exporter") || key.equals("exporterVersion");
    }

    private static String prefix(String name) {
        return name.substring(0, Math.max(0, name.indexOf(':')));
    }

    private void rename(XmlElement node) {
        var name = node.attribute("name");
        var id = node.attribute("id");
        var taken = new HashSet<String>();
        nodes().forEach(other -> taken.add(other.attribute("id")));
        if (!name.equals(id) && name.matches(PLAIN_NAME) && !taken.contains(name)) {
            renamed.put(id, name);
            node.set("id", name);
            node.first("variable").ifPresent(variable -> variable.set("name", name));
        }
    }

    private void follow(XmlElement element) {
        var href = element.attribute("href");
        if (href.startsWith("#") && renamed.containsKey(href.substring(1))) {
            element.set("href", "#" + renamed.get(href.substring(1)));
        }
        element.elements().forEach(this::follow);
    }

    private void giveVariable(XmlElement node) {
        var name = node.attribute("name");
        if (node.first("variable").isEmpty()) {
            var variable = node.sibling("variable").set("name", name);
            node.children().addFirst(variable);
        }
        var variable = node.first("variable").orElseThrow();
        variable.set("name", name);
        if (variable.attribute("typeRef").isEmpty()) {
            type(node).ifPresent(type -> variable.set("typeRef", type));
        }
    }

    /// Of a fact what the catalogue says, of a table what its only column yields.
    private Optional<String> type(XmlElement node) {
        if (node.is("inputData")) {
            return Optional.ofNullable(known.get(node.attribute("name"))).map(FactType::feelName);
        }
        var outputs = node.first("decisionTable")
                .map(table -> table.elements("output"))
                .orElse(List.of());
        return outputs.size() == 1
                ? Optional.of(outputs.getFirst().attribute("typeRef")).filter(type -> !type.isEmpty())
                : Optional.empty();
    }
}
