// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A YAML file of which single values are replaced where they stand (就地修改): comments, order and style of all else stay
/// as their author wrote them.
final class YamlEdits {

    private static final int NESTING_MAX = 20;

    private record Change(int from, int to, String text) {}

    private final String text;
    private final List<Change> changes = new ArrayList<>();

    YamlEdits(String text) {
        this.text = text;
    }

    /// Nothing when the file is no YAML.
    static Optional<Node> root(String yaml) {
        try {
            var options = new LoaderOptions();
            options.setNestingDepthLimit(NESTING_MAX);
            options.setMaxAliasesForCollections(0);
            return Optional.ofNullable(new Yaml(options).compose(new StringReader(yaml)));
        } catch (YAMLException _) {
            return Optional.empty();
        }
    }

    static Optional<Node> below(Node node, String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> keyOf(tuple).equals(key))
                        .findFirst()
                        .map(NodeTuple::getValueNode)
                : Optional.empty();
    }

    static Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    static List<Node> items(Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }

    static List<String> keys(Node node) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream().map(YamlEdits::keyOf).toList()
                : List.of();
    }

    /// The node and every node below it.
    static Stream<Node> all(Node node) {
        var below = switch (node) {
            case MappingNode mapping -> mapping.getValue().stream().map(NodeTuple::getValueNode);
            case SequenceNode sequence -> sequence.getValue().stream();
            default -> Stream.<Node>of();
        };
        return Stream.concat(Stream.of(node), below.flatMap(YamlEdits::all));
    }

    private static String keyOf(NodeTuple tuple) {
        return text(tuple.getKeyNode()).orElse("");
    }

    /// As the author wrote it, quotes and all.
    String written(Node node) {
        return text.substring(from(node), to(node));
    }

    void replace(Node node, String with) {
        changes.add(new Change(from(node), to(node), with));
    }

    /// Replaces what stands between the quotes, if there are any.
    void replaceWords(Node node, String words, String with) {
        replace(node, written(node).replace(words, with));
    }

    String applied() {
        var edited = new StringBuilder(text);
        changes.stream()
                .sorted(Comparator.comparingInt(Change::from).reversed())
                .forEach(change -> edited.replace(change.from(), change.to(), change.text()));
        return edited.toString();
    }

    private int from(Node node) {
        return index(node.getStartMark().getIndex());
    }

    /// A block ends where its last value ends: the mark of the block itself lies after the comments that follow it.
    private int to(Node node) {
        if (node instanceof CollectionNode<?> block && block.getFlowStyle() == FlowStyle.BLOCK) {
            var last = block.getValue().getLast();
            return to(last instanceof NodeTuple tuple ? tuple.getValueNode() : (Node) last);
        }
        return index(node.getEndMark().getIndex());
    }

    /// YAML counts code points, Java counts characters.
    private int index(int codePoints) {
        return text.offsetByCodePoints(0, codePoints);
    }
}
