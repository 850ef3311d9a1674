// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// A test file (测试文件): the model that it is about and its cases.
record TckFile(String model, List<TckCase> cases) {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    /// @throws SAXException when the file is no XML
    static TckFile read(Path file) throws SAXException {
        try (var in = Files.newInputStream(file)) {
            var builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            var root = builder.parse(in).getDocumentElement();
            var model = TckValues.child(root, "modelName").map(Element::getTextContent);
            var cases = TckValues.children(root, "testCase").stream()
                    .map(TckFile::testCase)
                    .toList();
            return new TckFile(model.map(String::strip).orElse(""), cases);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static TckCase testCase(Element element) {
        var isService = element.getAttribute("type").equals("decisionService");
        var results = TckValues.children(element, "resultNode").stream()
                .map(TckFile::expected)
                .toList();
        return new TckCase(
                element.getAttribute("id"),
                isService ? element.getAttribute("invocableName") : null,
                inputs(element),
                results);
    }

    private static Map<String, @Nullable Object> inputs(Element testCase) {
        var inputs = new LinkedHashMap<String, @Nullable Object>();
        TckValues.children(testCase, "inputNode")
                .forEach(node -> inputs.put(node.getAttribute("name"), TckValues.read(node)));
        return inputs;
    }

    private static TckCase.Expected expected(Element node) {
        var value = TckValues.child(node, "expected").map(TckValues::read).orElse(null);
        return new TckCase.Expected(node.getAttribute("name"), value);
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(NO_DOCTYPE, true);
        return factory;
    }
}
