// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Tables and expressions between XML and [TableText].
final class TableXml {

    private TableXml() {}

    static TableText read(String decision, XmlElement table) {
        var inputs = numbered(table.elements("input"), TableXml::input);
        var outputs = numbered(table.elements("output"), (output, id) -> output(decision, output, id));
        return new TableText(
                table.attributes().getOrDefault("hitPolicy", "UNIQUE"),
                inputs,
                outputs,
                numbered(table.elements("rule"), (rule, id) -> rule(rule, id, inputs.size(), outputs.size())));
    }

    private static <T> List<T> numbered(List<XmlElement> elements, BiFunction<XmlElement, String, T> read) {
        return IntStream.range(0, elements.size())
                .mapToObj(at -> read.apply(elements.get(at), idOf(elements, at)))
                .toList();
    }

    /// The id; where the file has none, the place.
    private static String idOf(List<XmlElement> elements, int at) {
        var id = elements.get(at).attribute("id");
        return id.isEmpty() ? "#" + at : id;
    }

    private static TableText.Column input(XmlElement input, String id) {
        var expression = input.first("inputExpression");
        return new TableText.Column(
                id,
                expression.map(TableXml::textOf).orElse(""),
                expression.map(element -> element.attribute("typeRef")).orElse(""),
                input.first("inputValues").map(TableXml::textOf).orElse(""));
    }

    private static TableText.Column output(String decision, XmlElement output, String id) {
        return new TableText.Column(
                id,
                output.attributes().getOrDefault("name", decision),
                output.attribute("typeRef"),
                output.first("defaultOutputEntry").map(TableXml::textOf).orElse(""));
    }

    /// A rule with as many cells as there are columns, whatever the file has.
    private static TableText.Rule rule(XmlElement rule, String id, int inputs, int outputs) {
        var cells = new ArrayList<String>();
        fill(cells, rule.elements("inputEntry"), inputs);
        fill(cells, rule.elements("outputEntry"), outputs);
        return new TableText.Rule(id, List.copyOf(cells));
    }

    private static void fill(List<String> cells, List<XmlElement> entries, int columns) {
        for (int column = 0; column < columns; column++) {
            cells.add(column < entries.size() ? textOf(entries.get(column)) : "");
        }
    }

    static String textOf(XmlElement parent) {
        return parent.first("text").map(XmlElement::text).orElse("");
    }

    static void write(String feel, XmlElement parent) {
        parent.first("text")
                .orElseGet(() -> {
                    var text = parent.sibling("text");
                    parent.add(text);
                    return text;
                })
                .setText(feel);
    }

    /// A table with one column to be filled in and one rule for everybody.
    static XmlElement empty(XmlElement like, String name, String type) {
        var read = like.sibling("inputExpression").add(like.sibling("text"));
        var any = like.sibling("text").add(new XmlNode.Raw(TableText.ANY));
        return like.sibling("decisionTable")
                .set("hitPolicy", "UNIQUE")
                .add(like.sibling("input").set("id", name + "_in1").add(read))
                .add(like.sibling("output")
                        .set("id", name + "_out")
                        .set("name", name)
                        .set("typeRef", type))
                .add(like.sibling("rule")
                        .set("id", name + "_r1")
                        .add(like.sibling("inputEntry")
                                .set("id", name + "_r1c1")
                                .add(any))
                        .add(like.sibling("outputEntry")
                                .set("id", name + "_r1out")
                                .add(like.sibling("text"))));
    }

    static void write(TableText table, XmlElement element) {
        new Writer(element).write(table);
    }

    private static final class Writer {

        private final XmlElement element;
        private final String prefix;
        private final Set<String> taken = new HashSet<>();
        private final List<String> formerInputs;

        Writer(XmlElement element) {
            this.element = element;
            this.formerInputs = numbered(element.elements("input"), (_, id) -> id);
            var rules = element.elements("rule");
            collect(element);
            prefix =
                    rules.isEmpty() ? "table" : rules.getFirst().attribute("id").replaceFirst("_?r?\\d+$", "");
        }

        private void collect(XmlElement from) {
            taken.add(from.attribute("id"));
            from.elements().forEach(this::collect);
        }

        void write(TableText table) {
            if (!table.hitPolicy().equals(element.attributes().getOrDefault("hitPolicy", "UNIQUE"))) {
                element.set("hitPolicy", table.hitPolicy());
            }
            var rules = element.elements("rule");
            element.arrange(
                    rules,
                    table.rules().stream().map(rule -> rule(rules, table, rule)).toList());
            var inputs = element.elements("input");
            arrangeInputs(
                    inputs,
                    table.inputs().stream().map(column -> input(inputs, column)).toList());
            var outputs = element.elements("output");
            for (int column = 0;
                    column < Math.min(outputs.size(), table.outputs().size());
                    column++) {
                output(outputs.get(column), table.outputs().get(column));
            }
        }

        private void arrangeInputs(List<XmlElement> former, List<XmlElement> wanted) {
            if (former.isEmpty()) {
                var outputs = element.elements("output");
                element.arrange(
                        outputs,
                        Stream.concat(wanted.stream(), outputs.stream()).toList());
            } else {
                element.arrange(former, wanted);
            }
        }

        private XmlElement input(List<XmlElement> former, TableText.Column column) {
            var input = byId(former, column.id())
                    .orElseGet(() -> element.sibling("input").set("id", fresh(prefix + "_in")));
            var expression = child(input, "inputExpression");
            if (!column.type().equals(expression.attribute("typeRef"))) {
                setOrRemove(expression, "typeRef", column.type());
            }
            TableXml.write(column.text(), expression);
            value(input, "inputValues", column.values());
            return input;
        }

        private void output(XmlElement output, TableText.Column column) {
            if (!column.type().equals(output.attribute("typeRef"))) {
                setOrRemove(output, "typeRef", column.type());
            }
            value(output, "defaultOutputEntry", column.values());
        }

        private static void setOrRemove(XmlElement element, String key, String value) {
            if (value.isEmpty()) {
                element.remove(key);
            } else {
                element.set(key, value);
            }
        }

        private static void value(XmlElement column, String name, String feel) {
            if (feel.isEmpty()) {
                column.arrange(column.elements(name), List.of());
            } else {
                TableXml.write(feel, child(column, name));
            }
        }

        private static XmlElement child(XmlElement parent, String name) {
            return parent.first(name).orElseGet(() -> {
                var made = parent.sibling(name);
                parent.arrange(List.of(), List.of(made));
                return made;
            });
        }

        private XmlElement rule(List<XmlElement> former, TableText table, TableText.Rule rule) {
            var element = byId(former, rule.id()).orElseGet(this::newRule);
            var inputs = element.elements("inputEntry");
            var outputs = element.elements("outputEntry");
            var entries = new ArrayList<XmlElement>();
            for (int column = 0; column < table.columns(); column++) {
                boolean isInput = column < table.inputs().size();
                int at = isInput
                        ? formerInputs.indexOf(table.inputs().get(column).id())
                        : column - table.inputs().size();
                entries.add(entry(element, isInput ? inputs : outputs, at, isInput ? "c" : "out"));
                TableXml.write(rule.cells().get(column), entries.getLast());
            }
            element.arrange(Stream.concat(inputs.stream(), outputs.stream()).toList(), entries);
            return element;
        }

        private XmlElement newRule() {
            return element.sibling("rule").set("id", fresh(prefix + "_r"));
        }

        private XmlElement entry(XmlElement rule, List<XmlElement> former, int at, String mark) {
            return at >= 0 && at < former.size()
                    ? former.get(at)
                    : rule.sibling(mark.equals("c") ? "inputEntry" : "outputEntry")
                            .set("id", fresh(rule.attribute("id") + mark));
        }

        private static Optional<XmlElement> byId(List<XmlElement> former, String id) {
            return IntStream.range(0, former.size())
                    .filter(at -> idOf(former, at).equals(id))
                    .mapToObj(former::get)
                    .findFirst();
        }

        /// An id that the table does not have yet.
        private String fresh(String stem) {
            int number = 1;
            while (!taken.add(stem + number)) {
                number++;
            }
            return stem + number;
        }
    }
}
