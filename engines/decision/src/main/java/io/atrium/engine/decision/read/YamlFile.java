// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.read;

import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.problem.Problems;
import java.io.StringReader;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A YAML (or JSON) file read as bare nodes: no Java objects are built from it, no aliases, no doubled keys.
record YamlFile(String name, Problems problems) {

    static final int NESTING_MAX = 20;
    static final int NODES_MAX = 20_000;
    static final Node MISSING = new ScalarNode(Tag.NULL, "", null, null, DumperOptions.ScalarStyle.PLAIN);

    Optional<YamlEntry> read(String text) {
        try {
            var root = new Yaml(limits()).compose(new StringReader(text));
            if (root instanceof MappingNode) {
                checkNodes(root, new Walk());
                return Optional.of(new YamlEntry(this, "", root));
            }
            problem("the file holds no keys", "write 'key: value' lines");
        } catch (MarkedYAMLException broken) {
            var mark = broken.getProblemMark();
            var line = mark == null ? "file" : "line " + (mark.getLine() + 1);
            problems.add(ProblemCode.NOT_READABLE, name, line, "no valid YAML: " + broken.getProblem(), "correct it");
        } catch (YAMLException broken) {
            problem("no valid YAML: " + broken.getMessage(), "correct it");
        }
        return Optional.empty();
    }

    private static LoaderOptions limits() {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(NESTING_MAX);
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(false);
        return options;
    }

    private void checkNodes(Node node, Walk walk) {
        if (walk.isTooLong()) {
            return;
        }
        if (!walk.enter(node)) {
            problem("aliases and very large files are not allowed", "write each value out, at most " + NODES_MAX);
            return;
        }
        switch (node) {
            case MappingNode mapping -> {
                var keys = new HashSet<String>();
                for (var tuple : mapping.getValue()) {
                    if (tuple.getKeyNode() instanceof ScalarNode key && !keys.add(key.getValue())) {
                        var line = "line " + (key.getStartMark().getLine() + 1);
                        var what = "key '" + key.getValue() + "' stands twice";
                        problems.add(ProblemCode.NOT_READABLE, name, line, what, "keep one of the two");
                    }
                    checkNodes(tuple.getValueNode(), walk);
                }
            }
            case SequenceNode sequence -> sequence.getValue().forEach(item -> checkNodes(item, walk));
            default -> {}
        }
    }

    private void problem(String what, String mend) {
        problems.add(ProblemCode.NOT_READABLE, name, "file", what, mend);
    }

    /// Nodes already seen: an alias would show the same node again.
    private static final class Walk {
        private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private int count;

        boolean enter(Node node) {
            count++;
            return count <= NODES_MAX && seen.add(node);
        }

        boolean isTooLong() {
            return count > NODES_MAX;
        }
    }
}
