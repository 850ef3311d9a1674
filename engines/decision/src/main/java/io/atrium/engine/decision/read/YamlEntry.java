// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.read;

import io.atrium.engine.decision.policy.LocalText;
import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.problem.Problems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// One value in a YAML file, with its line. Every reader notes a problem and returns a harmless value instead of
/// stopping, so that one reading finds everything that is wrong.
final class YamlEntry {

    private static final String NOWHERE = "";

    private final YamlFile file;
    private final String path;
    private final Node node;

    YamlEntry(YamlFile file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    String path() {
        return path;
    }

    boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    // ---- structure

    /// The keys of this mapping, in the order of the file.
    List<String> keys() {
        return tuples().stream().map(YamlEntry::keyOf).toList();
    }

    void allowOnly(String... allowed) {
        var known = Set.of(allowed);
        for (var key : keys()) {
            if (!known.contains(key)) {
                problem(ProblemCode.KEY_UNKNOWN, "unknown key '" + key + "'", "use one of " + sorted(allowed));
            }
        }
    }

    Optional<YamlEntry> find(String key) {
        return tuples().stream()
                .filter(tuple -> keyOf(tuple).equals(key))
                .map(tuple -> new YamlEntry(file, childPath(key), tuple.getValueNode()))
                .filter(entry -> !entry.isNull())
                .findFirst();
    }

    /// The value under a key; when it is missing, that is a problem and an empty value comes back.
    YamlEntry get(String key) {
        return find(key).orElseGet(() -> {
            problem(ProblemCode.KEY_MISSING, "key '" + key + "' is missing", "add it");
            return new YamlEntry(file, childPath(key), YamlFile.MISSING);
        });
    }

    /// The value under a key, explicit null included.
    YamlEntry raw(String key) {
        return tuples().stream()
                .filter(tuple -> keyOf(tuple).equals(key))
                .map(tuple -> new YamlEntry(file, childPath(key), tuple.getValueNode()))
                .findFirst()
                .orElseThrow();
    }

    List<YamlEntry> items() {
        if (!(node instanceof SequenceNode sequence)) {
            wrong("a list is expected here", "write each item after a dash");
            return List.of();
        }
        var items = new ArrayList<YamlEntry>();
        for (var child : sequence.getValue()) {
            items.add(new YamlEntry(file, path + "[" + items.size() + "]", child));
        }
        return items;
    }

    // ---- values

    String text() {
        if (node instanceof ScalarNode scalar && !isNull() && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        wrong("a text is expected here", "write a text of one or more characters");
        return NOWHERE;
    }

    LocalText localText() {
        if (isMissing()) {
            return new LocalText(NOWHERE, NOWHERE);
        }
        allowOnly("zh", "en");
        return new LocalText(get("zh").text(), get("en").text());
    }

    boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                wrong("true or false is expected here", "write true or false");
                yield false;
            }
        };
    }

    @Nullable
    LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeParseException _) {
            wrong("a date is expected here", "write it as 2026-01-31");
            return null;
        }
    }

    BigDecimal number() {
        try {
            return new BigDecimal(text());
        } catch (NumberFormatException _) {
            wrong("a number is expected here", "write digits with an optional decimal point");
            return BigDecimal.ZERO;
        }
    }

    int wholeNumber(int min, int max) {
        var number = number();
        if (number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(min)) < 0
                || number.compareTo(BigDecimal.valueOf(max)) > 0) {
            wrong("a whole number from " + min + " to " + max + " is expected here", "write such a number");
            return min;
        }
        return number.intValueExact();
    }

    <E extends Enum<E>> E choice(Class<E> type) {
        var constants = type.getEnumConstants();
        var text = text();
        for (var constant : constants) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        wrong("'" + text + "' is not one of the known values", "use one of " + Arrays.toString(constants));
        return constants[0];
    }

    // ---- problems

    void problem(ProblemCode code, String what, String mend) {
        if (!isMissing()) {
            problems().add(code, file.name(), place(), what, mend);
        }
    }

    private void wrong(String what, String mend) {
        problem(ProblemCode.VALUE_WRONG, what, mend);
    }

    private boolean isMissing() {
        return node == YamlFile.MISSING;
    }

    private Problems problems() {
        return file.problems();
    }

    private String place() {
        return "line " + (node.getStartMark().getLine() + 1) + (path.isEmpty() ? "" : ", " + path);
    }

    private List<NodeTuple> tuples() {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue();
        }
        wrong("keys with values are expected here", "write 'key: value' lines");
        return List.of();
    }

    private String childPath(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String keyOf(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    private static String sorted(String... words) {
        return Arrays.stream(words).sorted().toList().toString();
    }
}
