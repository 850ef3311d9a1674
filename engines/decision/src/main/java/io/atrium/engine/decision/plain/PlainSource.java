// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.plain;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// One DMN file as text, with what other files need to know of it.
///
/// @param namespace under which other models import it
/// @param imports the namespaces that it imports
record PlainSource(String text, Document document, String namespace, String name, List<String> imports) {

    static final int FILE_BYTES_MAX = 16 * 1024 * 1024;
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    /// Empty when the file is no XML, too large, or declares a document type.
    static Optional<PlainSource> read(Path file) {
        try {
            return Files.size(file) > FILE_BYTES_MAX ? Optional.empty() : of(Files.readString(file));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    static Optional<PlainSource> of(String text) {
        try {
            var document = parser().newDocumentBuilder();
            document.setErrorHandler(new DefaultHandler()); // the exception says it; nothing is printed
            var parsed = document.parse(new InputSource(new StringReader(text)));
            var root = parsed.getDocumentElement();
            return Optional.of(new PlainSource(
                    text, parsed, root.getAttribute("namespace"), root.getAttribute("name"), imports(root)));
        } catch (IOException | SAXException _) {
            return Optional.empty();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The elements with a local name, in the order of the file.
    List<Element> elements(String localName) {
        return elements(document.getDocumentElement(), localName);
    }

    private static List<String> imports(Element root) {
        return elements(root, "import").stream()
                .map(element -> element.getAttribute("namespace"))
                .toList();
    }

    private static List<Element> elements(Element root, String localName) {
        var found = root.getElementsByTagNameNS("*", localName);
        var elements = new ArrayList<Element>(found.getLength());
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static DocumentBuilderFactory parser() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(NO_DOCTYPE, true);
        factory.setExpandEntityReferences(false);
        return factory;
    }
}
