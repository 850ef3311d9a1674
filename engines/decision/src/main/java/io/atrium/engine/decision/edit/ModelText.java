// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.edit;

import io.atrium.engine.decision.fact.FactType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The front door for changing a model decision by decision (模型文本). Nothing but what was changed is written anew.
public final class ModelText {

    private final XmlFile file;

    private ModelText(XmlFile file) {
        this.file = file;
    }

    /// Empty when it is no XML, is too large, or names a document type.
    public static Optional<ModelText> read(String xml) {
        return XmlFile.read(xml).map(ModelText::new);
    }

    public String xml() {
        return file.write();
    }

    /// The facts that the model takes, with their types.
    public Map<String, String> inputs() {
        var inputs = new LinkedHashMap<String, String>();
        file.root().elements("inputData").forEach(input -> inputs.put(input.attribute("name"), type(input)));
        return inputs;
    }

    /// In the order of the model.
    public List<DecisionText> decisions() {
        return file.root().elements("decision").stream()
                .map(ModelText::decision)
                .toList();
    }

    public Optional<DecisionText> find(String name) {
        return decisions().stream()
                .filter(decision -> decision.name().equals(name))
                .findFirst();
    }

    private static DecisionText decision(XmlElement decision) {
        return new DecisionText(
                decision.attribute("name"),
                type(decision),
                requirements(decision).map(ModelText::required).toList(),
                logic(decision));
    }

    private static String type(XmlElement node) {
        return node.first("variable")
                .map(variable -> variable.attribute("typeRef"))
                .orElse("");
    }

    private static Stream<XmlElement> requirements(XmlElement decision) {
        return decision.elements("informationRequirement").stream();
    }

    private static String required(XmlElement requirement) {
        return requirement.elements().stream()
                .map(required -> required.attribute("href").replaceFirst("^#", ""))
                .findFirst()
                .orElse("");
    }

    private static DecisionText.Logic logic(XmlElement decision) {
        var table = decision.first("decisionTable");
        if (table.isPresent()) {
            return new DecisionText.Table(TableXml.read(decision.attribute("name"), table.get()));
        }
        return decision.first("literalExpression")
                .<DecisionText.Logic>map(expression -> new DecisionText.Expression(TableXml.textOf(expression)))
                .orElseGet(DecisionText.Nothing::new);
    }

    /// The model with one decision changed. A fact that it requires and the model does not take yet is added.
    ///
    /// @param known the types of facts that may be added
    public String with(DecisionText changed, Map<String, FactType> known) {
        var decision = element(changed.name());
        decision.first("variable")
                .filter(_ -> !changed.type().isEmpty())
                .ifPresent(variable -> variable.set("typeRef", changed.type()));
        require(decision, changed.requires(), known);
        switch (changed.logic()) {
            case DecisionText.Expression(var text) -> TableXml.write(text, expression(decision));
            case DecisionText.Table(var table) ->
                decision.first("decisionTable").ifPresent(element -> TableXml.write(table, element));
            case DecisionText.Nothing _ -> {}
        }
        return xml();
    }

    /// Whether a new decision may be called so: a plain word that nothing else has.
    public boolean isFree(String name) {
        return name.matches(Tidy.PLAIN_NAME) && find(name).isEmpty() && !inputs().containsKey(name);
    }

    /// The model with one more decision, at its end: an expression, or a table with one rule for everybody.
    public String withNew(String name, String type, boolean isTable) {
        var root = file.root();
        var decisions = root.elements("decision");
        var made = root.sibling("decision").set("id", name).set("name", name);
        made.add(root.sibling("variable").set("name", name).set("typeRef", type));
        made.add(
                isTable
                        ? TableXml.empty(root, name, type)
                        : root.sibling("literalExpression").add(root.sibling("text")));
        root.arrange(
                decisions,
                Stream.concat(decisions.stream(), Stream.of(Merge.fresh(made))).toList());
        return xml();
    }

    /// The model without a decision; whatever required it is left with a problem to be told.
    public String without(String name) {
        var root = file.root();
        var decisions = root.elements("decision");
        root.arrange(
                decisions,
                decisions.stream()
                        .filter(decision -> !decision.attribute("name").equals(name))
                        .toList());
        return xml();
    }

    private XmlElement element(String name) {
        return file.root().elements("decision").stream()
                .filter(decision -> decision.attribute("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static XmlElement expression(XmlElement decision) {
        return decision.first("literalExpression").orElseGet(() -> {
            var made = decision.sibling("literalExpression");
            decision.arrange(List.of(), List.of(made));
            return made;
        });
    }

    private void require(XmlElement decision, List<String> names, Map<String, FactType> known) {
        var former = requirements(decision).toList();
        var wanted = new ArrayList<XmlElement>();
        for (var name : names) {
            wanted.add(former.stream()
                    .filter(requirement -> required(requirement).equals(name))
                    .findFirst()
                    .orElseGet(() -> requirement(decision, name, known)));
        }
        if (former.isEmpty() && !wanted.isEmpty()) {
            arrangeAfterVariable(decision, wanted);
        } else {
            decision.arrange(former, wanted);
        }
    }

    /// The standard wants requirements between the variable and the logic.
    private static void arrangeAfterVariable(XmlElement decision, List<XmlElement> wanted) {
        var variables = decision.elements("variable");
        decision.arrange(
                variables, Stream.concat(variables.stream(), wanted.stream()).toList());
    }

    private XmlElement requirement(XmlElement decision, String name, Map<String, FactType> known) {
        boolean isDecision = find(name).isPresent();
        if (!isDecision && !inputs().containsKey(name) && known.containsKey(name)) {
            addInput(name, known.get(name).feelName());
        }
        return decision.sibling("informationRequirement")
                .add(decision.sibling(isDecision ? "requiredDecision" : "requiredInput")
                        .set("href", "#" + name));
    }

    private void addInput(String name, String type) {
        var root = file.root();
        var input = root.elements("decision")
                .getFirst()
                .sibling("inputData")
                .set("id", name)
                .set("name", name);
        input.add(input.sibling("variable").set("name", name).set("typeRef", type));
        var former = root.elements("inputData");
        var wanted = Stream.concat(former.stream(), Stream.of(input)).toList();
        if (former.isEmpty()) {
            var decisions = root.elements("decision");
            root.arrange(
                    decisions,
                    Stream.concat(wanted.stream(), decisions.stream()).toList());
        } else {
            root.arrange(former, wanted);
        }
    }
}
