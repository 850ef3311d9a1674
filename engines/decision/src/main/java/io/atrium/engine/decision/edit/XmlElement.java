// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An element that remembers how its start tag was written, and forgets it when an attribute changes.
final class XmlElement implements XmlNode {

    private static final String STEP = "  ";

    private final String name;
    private final Map<String, String> attributes;
    private final List<XmlNode> children = new ArrayList<>();
    private @Nullable String startTag;

    XmlElement(String name, Map<String, String> attributes, @Nullable String startTag) {
        this.name = name;
        this.attributes = new LinkedHashMap<>(attributes);
        this.startTag = startTag;
    }

    /// A new element in the same prefix as another.
    XmlElement sibling(String localName) {
        int colon = name.indexOf(':');
        return new XmlElement(colon < 0 ? localName : name.substring(0, colon + 1) + localName, Map.of(), null);
    }

    String name() {
        return name;
    }

    String localName() {
        return name.substring(name.indexOf(':') + 1);
    }

    boolean is(String localName) {
        return localName().equals(localName);
    }

    List<XmlNode> children() {
        return children;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    XmlElement set(String key, String value) {
        if (!value.equals(attributes.get(key))) {
            attributes.put(key, value);
            startTag = null;
        }
        return this;
    }

    void remove(String key) {
        if (attributes.remove(key) != null) {
            startTag = null;
        }
    }

    XmlElement add(XmlNode child) {
        children.add(child);
        return this;
    }

    List<XmlElement> elements() {
        return children.stream()
                .filter(XmlElement.class::isInstance)
                .map(XmlElement.class::cast)
                .toList();
    }

    List<XmlElement> elements(String localName) {
        return elements().stream().filter(child -> child.is(localName)).toList();
    }

    Optional<XmlElement> first(String localName) {
        return elements(localName).stream().findFirst();
    }

    /// The text inside, without references to characters.
    String text() {
        var text = new StringBuilder();
        for (var child : children) {
            if (child instanceof Raw(var raw) && !raw.startsWith("<!--")) {
                text.append(XmlText.plain(raw));
            }
        }
        return text.toString().strip();
    }

    void setText(String text) {
        if (!text().equals(text.strip())) {
            children.clear();
            children.add(new Raw(XmlText.escaped(text.strip())));
        }
    }

    /// Puts the children of some kinds into a new order; those that are no longer named go, new ones come in, and the
    /// white space and comments before each stay with it.
    void arrange(List<XmlElement> former, List<XmlElement> wanted) {
        if (former.equals(wanted)) {
            return;
        }
        int at = former.isEmpty() ? endOfElements() : start(children.indexOf(former.getFirst()));
        var before = new LinkedHashMap<XmlElement, List<XmlNode>>();
        for (var child : former) {
            before.put(child, cutOut(child));
        }
        var indent = indent();
        var placed = new ArrayList<XmlNode>();
        for (var child : wanted) {
            placed.addAll(before.getOrDefault(child, List.of(new Raw(indent))));
            placed.add(child);
        }
        children.addAll(at, placed);
    }

    /// Takes a child out together with what stands before it.
    private List<XmlNode> cutOut(XmlElement child) {
        int at = children.indexOf(child);
        int start = start(at);
        var lead = new ArrayList<>(children.subList(start, at));
        children.subList(start, at + 1).clear();
        return lead;
    }

    private int start(int at) {
        int start = at;
        while (start > 0 && children.get(start - 1) instanceof Raw) {
            start--;
        }
        return start;
    }

    private int endOfElements() {
        int end = children.size();
        while (end > 0 && children.get(end - 1) instanceof Raw(var text) && text.isBlank()) {
            end--;
        }
        return end;
    }

    /// The white space before the children that are there.
    private String indent() {
        for (int i = 1; i < children.size(); i++) {
            if (children.get(i) instanceof XmlElement
                    && children.get(i - 1) instanceof Raw raw
                    && raw.isBlank()
                    && raw.text().contains("\n")) {
                return raw.text().substring(raw.text().lastIndexOf('\n'));
            }
        }
        return closing().isEmpty() ? "" : closing() + STEP;
    }

    private String closing() {
        return children.isEmpty()
                        || !(children.getLast() instanceof Raw(var text))
                        || !text.isBlank()
                        || !text.contains("\n")
                ? ""
                : text.substring(text.lastIndexOf('\n'));
    }

    @Override
    public void write(StringBuilder out) {
        if (children.isEmpty() && (startTag == null || startTag.endsWith("/>"))) {
            out.append(startTag == null ? opened() + "/>" : startTag);
            return;
        }
        out.append(startTag == null || startTag.endsWith("/>") ? opened() + ">" : startTag);
        children.forEach(child -> child.write(out));
        out.append("</").append(name).append('>');
    }

    private String opened() {
        var tag = new StringBuilder("<").append(name);
        attributes.forEach((key, value) -> tag.append(' ')
                .append(key)
                .append("=\"")
                .append(XmlText.escaped(value).replace("\"", "&quot;"))
                .append('"'));
        return tag.toString();
    }
}
