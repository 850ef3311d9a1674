// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Option;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;

/// The question after the value of one fact (填报项), in the form that its type asks for.
public record FactQuestion(FactDefinition fact, Text t) {

    /// Several ticks of a list are one value.
    public static String typed(Map<String, List<String>> parameters, String name) {
        return String.join(";", parameters.getOrDefault(name, List.of()));
    }

    public String label() {
        return fact.label().in(t.lang() == Lang.ZH ? "zh" : "en");
    }

    public Field named(String name) {
        return labelled(name, label());
    }

    /// @param label another heading, such as one with the year
    public Field labelled(String name, String label) {
        return switch (fact.type()) {
            case BOOLEAN ->
                Field.radios(name, label, List.of(Option.key("true", "web.yes"), Option.key("false", "web.no")));
            case DATE -> Field.of(FieldKind.DATE, name, label).small();
            case NUMBER, MONEY -> number(name, label);
            case TEXT -> fact.isCoded() ? Field.select(name, label, options()) : Field.text(name, label);
            case LIST ->
                fact.isCoded()
                        ? Field.of(FieldKind.CHECKBOXES, name, label).options(options())
                        : Field.text(name, label).hint("company.field.list.hint");
        };
    }

    /// The allowed values of a coded fact.
    public List<Option> options() {
        return fact.choices().stream()
                .map(value -> Option.literal(value.value(), t.lang() == Lang.ZH ? value.zh() : value.en()))
                .toList();
    }

    private Field number(String name, String label) {
        var field = Field.number(name, label);
        var unit = "company.field.unit." + fact.unit();
        return t.has(unit) ? field.unit(unit) : field;
    }
}
