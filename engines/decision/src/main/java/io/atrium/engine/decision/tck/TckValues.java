// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.tck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.runtime.functions.DateAndTimeFunction;
import org.kie.dmn.feel.runtime.functions.DateFunction;
import org.kie.dmn.feel.runtime.functions.DurationFunction;
import org.kie.dmn.feel.runtime.functions.FEELFnResult;
import org.kie.dmn.feel.runtime.functions.TimeFunction;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Reads the values of a test file: `value` with the type of XML Schema, `list` of `item`, or `component` by name.
final class TckValues {

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private TckValues() {}

    static @Nullable Object read(Element parent) {
        var components = children(parent, "component");
        if (!components.isEmpty()) {
            return context(components);
        }
        var list = child(parent, "list");
        if (list.isPresent()) {
            return isNil(list.get()) ? null : items(list.get());
        }
        return child(parent, "value").map(TckValues::scalar).orElse(null);
    }

    static Optional<Element> child(Element parent, String localName) {
        return children(parent, localName).stream().findFirst();
    }

    static List<Element> children(Element parent, String localName) {
        var children = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && localName.equals(element.getLocalName())) {
                children.add(element);
            }
        }
        return children;
    }

    private static Map<String, @Nullable Object> context(List<Element> components) {
        var context = new LinkedHashMap<String, @Nullable Object>();
        components.forEach(
                component -> context.put(component.getAttribute("name"), isNil(component) ? null : read(component)));
        return context;
    }

    private static List<@Nullable Object> items(Element list) {
        var items = new ArrayList<@Nullable Object>();
        children(list, "item").forEach(item -> items.add(read(item)));
        return items;
    }

    private static @Nullable Object scalar(Element value) {
        if (isNil(value)) {
            return null;
        }
        var text = value.getTextContent();
        var type = value.getAttributeNS(XSI, "type");
        return switch (type.substring(type.indexOf(':') + 1)) {
            case "boolean" -> text.strip().equals("true") || text.strip().equals("1");
            case "decimal", "integer", "int", "long", "double", "float" -> number(text.strip());
            case "date" -> feel(DateFunction.INSTANCE.invoke(text.strip()), text);
            case "dateTime" -> feel(DateAndTimeFunction.INSTANCE.invoke(text.strip()), text);
            case "time" -> feel(TimeFunction.INSTANCE.invoke(text.strip()), text);
            case "duration", "dayTimeDuration", "yearMonthDuration" ->
                feel(DurationFunction.INSTANCE.invoke(text.strip()), text);
            default -> text;
        };
    }

    /// What is no number stays text, and so is equal to nothing that a model computes.
    private static Object number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException _) {
            return text;
        }
    }

    private static Object feel(FEELFnResult<?> result, String text) {
        return result.cata(_ -> text, value -> value);
    }

    private static boolean isNil(Element element) {
        return element.getAttributeNS(XSI, "nil").equals("true");
    }
}
