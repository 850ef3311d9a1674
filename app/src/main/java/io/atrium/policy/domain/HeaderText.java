// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Single values inside `policy.yaml` (政策要素), read and replaced where they stand: comments, order and everything else
/// stay as their author wrote them.
public final class HeaderText {

    private static final int NESTING_MAX = 20;

    private HeaderText() {}

    /// The text under a path such as `title.zh`; empty when there is none, or the file is no YAML.
    public static Optional<String> find(String yaml, String path) {
        return node(yaml, path).map(ScalarNode::getValue);
    }

    /// The file with other values; a path that the file does not have is left out.
    public static String with(String yaml, Map<String, String> values) {
        record Change(int from, int to, String text) {}
        var changes = new ArrayList<Change>();
        values.forEach((path, value) -> node(yaml, path)
                .filter(found -> !found.getValue().equals(value))
                .ifPresent(found -> changes.add(new Change(
                        index(yaml, found.getStartMark().getIndex()),
                        index(yaml, found.getEndMark().getIndex()),
                        written(found, value)))));
        var text = new StringBuilder(yaml);
        changes.stream()
                .sorted(Comparator.comparingInt(Change::from).reversed())
                .forEach(change -> text.replace(change.from(), change.to(), change.text()));
        return text.toString();
    }

    /// YAML counts code points, Java counts characters.
    private static int index(String text, int codePoints) {
        return text.offsetByCodePoints(0, codePoints);
    }

    private static String written(ScalarNode before, String value) {
        return before.isPlain() && value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? value : quoted(value);
    }

    private static String quoted(String value) {
        var text = value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", " ");
        return "\"" + text + "\"";
    }

    private static Optional<ScalarNode> node(String yaml, String path) {
        try {
            var options = new LoaderOptions();
            options.setNestingDepthLimit(NESTING_MAX);
            options.setMaxAliasesForCollections(0);
            return below(new Yaml(options).compose(new StringReader(yaml)), List.of(path.split("\\.")));
        } catch (YAMLException _) {
            return Optional.empty();
        }
    }

    private static Optional<ScalarNode> below(Node node, List<String> path) {
        if (path.isEmpty()) {
            return node instanceof ScalarNode scalar ? Optional.of(scalar) : Optional.empty();
        }
        if (!(node instanceof MappingNode mapping)) {
            return Optional.empty();
        }
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(path.getFirst()))
                .findFirst()
                .flatMap(tuple -> below(tuple.getValueNode(), path.subList(1, path.size())));
    }
}
