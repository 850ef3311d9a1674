// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.edit;

import io.atrium.engine.decision.PackageText;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/// A whole file. A real parser first says that it is well formed and names no document type; only then is it cut at its
/// tags, which keeps every letter.
record XmlFile(List<XmlNode> before, XmlElement root, List<XmlNode> after) {

    private static final int NESTING_MAX = 60;

    private static final Pattern PIECE = Pattern.compile(
            "<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>|[^<]++|</([^\\s>]++)\\s*+>"
                    + "|<([^\\s/>!?]++)((?:\\s++[^\\s=]++\\s*+=\\s*+(?:\"[^\"]*+\"|'[^']*+'))*+)\\s*+(/?+)>",
            Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=]++)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)')");

    static Optional<XmlFile> read(String xml) {
        return xml.length() <= PackageText.FILE_BYTES_MAX && isWellFormed(xml)
                ? Optional.of(cut(xml))
                : Optional.empty();
    }

    private static boolean isWellFormed(String xml) {
        try {
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            var reader = factory.createXMLStreamReader(new StringReader(xml));
            int depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> depth++;
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.DTD -> depth = NESTING_MAX + 1;
                    default -> {}
                }
                if (depth > NESTING_MAX) {
                    return false;
                }
            }
            return true;
        } catch (XMLStreamException _) {
            return false;
        }
    }

    private static XmlFile cut(String xml) {
        var before = new ArrayList<XmlNode>();
        var after = new ArrayList<XmlNode>();
        var roots = new ArrayList<XmlElement>();
        var open = new ArrayDeque<XmlElement>();
        var pieces = PIECE.matcher(xml);
        while (pieces.find()) {
            var piece = pieces.group();
            if (pieces.group(1) != null) {
                open.pop();
            } else if (pieces.group(2) == null) {
                var outside = roots.isEmpty() ? before : after;
                (open.isEmpty() ? outside : open.element().children()).add(new XmlNode.Raw(piece));
            } else {
                var element = new XmlElement(pieces.group(2), attributes(pieces.group(3)), piece);
                if (open.isEmpty()) {
                    roots.add(element);
                } else {
                    open.element().add(element);
                }
                if (pieces.group(4).isEmpty()) {
                    open.push(element);
                }
            }
        }
        return new XmlFile(before, roots.getFirst(), after);
    }

    private static Map<String, String> attributes(String text) {
        var found = new LinkedHashMap<String, String>();
        var attributes = ATTRIBUTE.matcher(text);
        while (attributes.find()) {
            var value = attributes.group(2) == null ? attributes.group(3) : attributes.group(2);
            found.put(attributes.group(1), XmlText.plain(value));
        }
        return found;
    }

    String write() {
        var out = new StringBuilder();
        before.forEach(node -> node.write(out));
        root.write(out);
        after.forEach(node -> node.write(out));
        return out.toString();
    }
}
