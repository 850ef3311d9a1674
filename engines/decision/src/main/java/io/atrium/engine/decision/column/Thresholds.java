// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// The thresholds of a model by name, and the model with some of them moved (门槛值清单).
///
/// A text has a threshold when exactly one number or date stands in it.
public final class Thresholds {

    private static final Pattern QUOTED = Pattern.compile("(?<!@)\"[^\"]*\"");
    private static final Pattern VALUE =
            Pattern.compile("@\"(\\d{4}-\\d{2}-\\d{2})\"|(?<![\\w.\"])(-?\\d+(?:\\.\\d+)?)(?![\\w.\"]|\\s*\\()");

    private Thresholds() {}

    /// In the order of the model.
    ///
    /// @param xml the model as it was accepted
    public static List<Threshold> of(String xml) {
        var found = new ArrayList<Threshold>();
        for (var text : texts(parsed(xml))) {
            var feel = text.getTextContent().strip();
            value(feel).ifPresent(value -> found.add(new Threshold(nameOf(text), feel, value)));
        }
        return List.copyOf(found);
    }

    /// The same model with other values, each of the type that stands there.
    ///
    /// @throws NoSuchElementException when there is no threshold of a name
    /// @throws IllegalArgumentException when a value is of another type
    public static String moved(String xml, Map<String, FactValue> values) {
        var document = parsed(xml);
        var open = new TreeSet<>(values.keySet());
        for (var text : texts(document)) {
            var feel = text.getTextContent().strip();
            var value = values.get(nameOf(text));
            if (value != null && value(feel).isPresent()) {
                text.setTextContent(replaced(feel, value));
                open.remove(nameOf(text));
            }
        }
        if (!open.isEmpty()) {
            throw new NoSuchElementException("no threshold " + open.first());
        }
        return written(document);
    }

    private static Optional<FactValue> value(String feel) {
        var matcher = VALUE.matcher(QUOTED.matcher(feel).replaceAll("\"\""));
        if (!matcher.find()) {
            return Optional.empty();
        }
        FactValue value = matcher.group(1) != null
                ? new FactValue.Day(LocalDate.parse(matcher.group(1)))
                : new FactValue.Quantity(new BigDecimal(matcher.group(2)));
        return matcher.find() ? Optional.empty() : Optional.of(value);
    }

    private static String replaced(String feel, FactValue value) {
        var now = value(feel).orElseThrow();
        if (now.type() != value.type()) {
            throw new IllegalArgumentException(
                    "'" + feel + "' takes a " + now.type().feelName());
        }
        var text = value.type() == FactType.DATE ? "@\"" + value.text() + "\"" : value.text();
        return VALUE.matcher(feel).replaceFirst(text);
    }

    /// The texts of decisions and of cells.
    private static List<Element> texts(Document document) {
        var found = new ArrayList<Element>();
        var all = document.getElementsByTagNameNS("*", "text");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element text && !nameOf(text).isEmpty()) {
                found.add(text);
            }
        }
        return found;
    }

    /// The decision of a literal expression, or the id of a cell; other texts have no name.
    private static String nameOf(Element text) {
        if (!(text.getParentNode() instanceof Element parent)) {
            return "";
        }
        return switch (parent.getLocalName()) {
            case "literalExpression" ->
                parent.getParentNode() instanceof Element decision
                                && decision.getLocalName().equals("decision")
                        ? decision.getAttribute("name")
                        : "";
            case "inputEntry", "outputEntry" -> parent.getAttribute("id");
            default -> "";
        };
    }

    private static Document parsed(String xml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new IllegalArgumentException("not a model that was accepted", broken);
        }
    }

    private static String written(Document document) {
        try {
            var out = new StringWriter();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(out));
            return out.toString();
        } catch (TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
