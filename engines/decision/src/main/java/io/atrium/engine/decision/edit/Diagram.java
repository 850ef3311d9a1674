// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Lays a diagram of requirements out: facts at the foot, every decision above all that it requires.
///
/// ```
///          [eligible]
///   [enough_staff] [in_district]
///   (employees)    (registered_district)
/// ```
final class Diagram {

    private static final String DI = "https://www.omg.org/spec/DMN/20191111/DMNDI/";
    private static final String DC = "http://www.omg.org/spec/DMN/20180521/DC/";
    private static final String DRAWN = "http://www.omg.org/spec/DMN/20180521/DI/";

    private static final int BOX_WIDTH = 180;
    private static final int BOX_HEIGHT = 60;
    private static final int GAP_X = 40;
    private static final int GAP_Y = 90;

    /// A layer with more boxes goes on in a row of its own, so that the drawing stays readable.
    private static final int ROW_MAX = 7;

    private final XmlElement root;
    private final Map<String, XmlElement> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> layers = new HashMap<>();
    private final Map<String, int[]> places = new HashMap<>();

    private Diagram(XmlElement root) {
        this.root = root;
    }

    static void add(XmlElement root) {
        new Diagram(root).draw();
    }

    private void draw() {
        root.elements("inputData").forEach(node -> nodes.put(node.attribute("id"), node));
        root.elements("decision").forEach(node -> nodes.put(node.attribute("id"), node));
        nodes.keySet().forEach(id -> layer(id, nodes.size()));
        place();
        var diagram = new XmlElement("dmndi:DMNDiagram", Map.of("id", "atrium_diagram"), null);
        nodes.keySet().forEach(id -> diagram.add(shape(id)));
        root.elements("decision").forEach(decision -> edges(decision, diagram));
        root.set("xmlns:dmndi", DI).set("xmlns:dc", DC).set("xmlns:di", DRAWN);
        root.add(new XmlElement("dmndi:DMNDI", Map.of(), null).add(diagram));
    }

    /// @param deep how much further to look, so that a circle ends
    private int layer(String id, int deep) {
        var known = layers.get(id);
        if (known != null || deep < 0) {
            return known == null ? 0 : known;
        }
        var node = nodes.get(id);
        int layer = node == null || node.is("inputData")
                ? 0
                : required(node).stream()
                                .mapToInt(other -> layer(other, deep - 1))
                                .max()
                                .orElse(0)
                        + 1;
        layers.put(id, layer);
        return layer;
    }

    private static List<String> required(XmlElement decision) {
        return decision.elements("informationRequirement").stream()
                .flatMap(requirement -> requirement.elements().stream())
                .map(one -> one.attribute("href").replaceFirst("^#", ""))
                .toList();
    }

    private void place() {
        int top = layers.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int y = 0;
        for (int layer = top; layer >= 0; layer--) {
            int wanted = layer;
            var row = nodes.keySet().stream()
                    .filter(id -> layers.getOrDefault(id, 0) == wanted)
                    .toList();
            for (int at = 0; at < row.size(); at += ROW_MAX) {
                y = placeRow(row.subList(at, Math.min(at + ROW_MAX, row.size())), y);
            }
        }
    }

    private int placeRow(List<String> row, int y) {
        int width = row.size() * (BOX_WIDTH + GAP_X);
        int x = (ROW_MAX * (BOX_WIDTH + GAP_X) - width) / 2;
        for (var id : row) {
            places.put(id, new int[] {x, y});
            x += BOX_WIDTH + GAP_X;
        }
        return y + BOX_HEIGHT + GAP_Y;
    }

    private XmlElement shape(String id) {
        var place = Objects.requireNonNull(places.get(id), id);
        var bounds = new LinkedHashMap<String, String>();
        bounds.put("height", String.valueOf(BOX_HEIGHT));
        bounds.put("width", String.valueOf(BOX_WIDTH));
        bounds.put("x", String.valueOf(place[0]));
        bounds.put("y", String.valueOf(place[1]));
        return new XmlElement("dmndi:DMNShape", Map.of("id", "atrium_shape_" + id, "dmnElementRef", id), null)
                .add(new XmlElement("dc:Bounds", bounds, null));
    }

    /// An edge points at a requirement by its id; those of a package have none.
    private void edges(XmlElement decision, XmlElement diagram) {
        int number = 1;
        for (var requirement : new ArrayList<>(decision.elements("informationRequirement"))) {
            var id = decision.attribute("id") + "_requires_" + number++;
            if (requirement.attribute("id").isEmpty()) {
                requirement.set("id", id);
            }
            for (var other : requirement.elements()) {
                var from = places.get(other.attribute("href").replaceFirst("^#", ""));
                var to = places.get(decision.attribute("id"));
                if (from != null && to != null) {
                    diagram.add(edge(requirement.attribute("id"), from, to));
                }
            }
        }
    }

    private static XmlElement edge(String requirement, int[] from, int[] to) {
        var edge = new XmlElement(
                "dmndi:DMNEdge", Map.of("id", "atrium_edge_" + requirement, "dmnElementRef", requirement), null);
        boolean isBelow = from[1] > to[1];
        return edge.add(waypoint(from[0], from[1] + (isBelow ? 0 : BOX_HEIGHT)))
                .add(waypoint(to[0], to[1] + (isBelow ? BOX_HEIGHT : 0)));
    }

    private static XmlElement waypoint(int x, int y) {
        return new XmlElement(
                "di:waypoint", Map.of("x", String.valueOf(x + BOX_WIDTH / 2), "y", String.valueOf(y)), null);
    }
}
