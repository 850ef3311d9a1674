// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.PolicyPackages;
import io.atrium.engine.decision.ReadOutcome;
import io.atrium.engine.decision.decide.AmountResult;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.decide.ConditionStatus;
import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.fact.Fact;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.policy.Condition;
import io.atrium.engine.decision.policy.Example;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/// The examples of a package moved along with its figures (样例随动): facts near a moved threshold go with it, and what
/// each example expects is what the moved policy comes to. It is a proposal; the check runs over it like over any
/// other,
/// and a second officer reads what changed.
final class MovedExamples {

    private final CompiledPolicy before;
    private final List<MovedComparison> comparisons;
    private final Set<Integer> touched = new HashSet<>();

    private MovedExamples(CompiledPolicy before, SortedMap<String, FactValue> figures) {
        this.before = before;
        this.comparisons = MovedComparison.all(before, figures);
    }

    /// @param examples how many examples differ from what they were
    record Moved(String yaml, int examples) {}

    /// @param text with the model already moved
    static Moved of(PackageText text, CompiledPolicy before, SortedMap<String, FactValue> figures) {
        var moved = new MovedExamples(before, figures);
        var facts = moved.withFacts(text.examples());
        var yaml = moved.withExpectations(new PackageText(text.policy(), text.model(), facts, text.source()));
        return new Moved(yaml, moved.touched.size());
    }

    private String withFacts(String yaml) {
        var root = YamlEdits.root(yaml);
        var examples = before.policy().examples();
        var items = root.flatMap(node -> YamlEdits.below(node, "examples"))
                .map(YamlEdits::items)
                .orElse(List.of());
        if (items.size() != examples.size()) {
            return yaml;
        }
        var edits = new YamlEdits(yaml);
        var shared = root.flatMap(node -> YamlEdits.below(node, "facts"))
                .map(node -> shared(node, items, edits))
                .orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            own(items.get(i), i, shared, edits);
        }
        return edits.applied();
    }

    /// The facts that all examples share, told by an example that has no others.
    private List<MovedComparison.Shift> shared(Node node, List<Node> items, YamlEdits edits) {
        for (int i = 0; i < items.size(); i++) {
            if (YamlEdits.below(items.get(i), "facts").isEmpty()) {
                var example = before.policy().examples().get(i);
                var shifts = shifts(example, example.facts(), keys(node));
                shifts.forEach(shift -> write(node, shift, edits));
                return shifts;
            }
        }
        return List.of();
    }

    private void own(Node item, int place, List<MovedComparison.Shift> shared, YamlEdits edits) {
        var own = YamlEdits.below(item, "facts");
        if (own.isEmpty()) {
            return;
        }
        var example = before.policy().examples().get(place);
        var keys = keys(own.get());
        var facts = example.facts();
        for (var shift : shared) {
            facts = keys.contains(shift.key()) ? facts : facts.with(Fact.of(shift.key(), shift.to()));
        }
        for (var shift : shifts(example, facts, keys)) {
            write(own.get(), shift, edits);
            rename(item, shift, edits);
            touched.add(place);
        }
    }

    private List<MovedComparison.Shift> shifts(Example example, FactSet facts, Set<String> keys) {
        var shifts = new ArrayList<MovedComparison.Shift>();
        var moved = facts;
        for (var comparison : comparisons) {
            var found = comparison.shift(before, example, moved, keys);
            if (found.isPresent()) {
                shifts.add(found.get());
                moved = moved.with(Fact.of(found.get().key(), found.get().to()));
            }
        }
        return shifts;
    }

    private static Set<String> keys(Node facts) {
        return new TreeSet<>(YamlEdits.keys(facts));
    }

    private static void write(Node facts, MovedComparison.Shift shift, YamlEdits edits) {
        YamlEdits.below(facts, shift.key())
                .map(node -> YamlEdits.below(node, "value").orElse(node))
                .ifPresent(node -> YamlEdits.text(node)
                        .ifPresent(then ->
                                edits.replaceWords(node, then, shift.to().text())));
    }

    /// `boundary, 5 employees` would be wrong once the boundary is 10.
    private static void rename(Node item, MovedComparison.Shift shift, YamlEdits edits) {
        var figure = Pattern.compile("(?<![\\d.,])" + Pattern.quote(plain(shift.from())) + "(?![\\d.,]*\\d)");
        YamlEdits.below(item, "name").ifPresent(node -> {
            var written = edits.written(node);
            var renamed = figure.matcher(written).replaceAll(plain(shift.to()));
            if (!renamed.equals(written)) {
                edits.replace(node, renamed);
            }
        });
    }

    private static String plain(FactValue value) {
        return value instanceof FactValue.Quantity(var number)
                ? number.stripTrailingZeros().toPlainString()
                : value.text();
    }

    private String withExpectations(PackageText text) {
        if (!(PolicyPackages.read(text) instanceof ReadOutcome.Ready(var moved))) {
            return text.examples();
        }
        var edits = new YamlEdits(text.examples());
        var items = YamlEdits.root(text.examples())
                .flatMap(node -> YamlEdits.below(node, "examples"))
                .map(YamlEdits::items)
                .orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            var example = moved.policy().examples().get(i);
            var decision = moved.decide(example.facts(), example.asOf());
            if (!isExpected(moved, example, decision)) {
                touched.add(i);
                YamlEdits.below(items.get(i), "expect")
                        .ifPresent(node -> edits.replace(node, expectation(moved, decision)));
            }
        }
        return edits.applied();
    }

    private static boolean isExpected(CompiledPolicy policy, Example example, Decision decision) {
        return example.outcome().equals(decision.outcome().name())
                && example.amountYuan().equals(amount(decision))
                && policy.policy()
                        .conditions()
                        .leaves()
                        .allMatch(leaf -> status(decision, leaf)
                                .name()
                                .equals(example.conditions()
                                        .getOrDefault(leaf.id(), usual(leaf).name())));
    }

    /// Names the conditions that do not simply hold, as the file's readers expect it.
    private static String expectation(CompiledPolicy policy, Decision decision) {
        var others = policy.policy()
                .conditions()
                .leaves()
                .filter(leaf -> status(decision, leaf) != usual(leaf))
                .map(leaf -> leaf.id() + ": " + status(decision, leaf))
                .collect(Collectors.joining(", "));
        return "{outcome: " + decision.outcome()
                + (others.isEmpty() ? "" : ", conditions: {" + others + "}")
                + amount(decision).map(yuan -> ", amount: \"" + yuan + "\"").orElse("")
                + "}";
    }

    private static ConditionStatus usual(Condition.Leaf leaf) {
        return leaf.review() ? ConditionStatus.MANUAL_REVIEW : ConditionStatus.MET;
    }

    private static ConditionStatus status(Decision decision, Condition.Leaf leaf) {
        return decision.conditions()
                .leaves()
                .filter(result -> result.id().equals(leaf.id()))
                .findFirst()
                .orElseThrow()
                .status();
    }

    private static Optional<String> amount(Decision decision) {
        return Optional.ofNullable(decision.amount())
                .flatMap(AmountResult::yuan)
                .map(BigDecimal::toPlainString);
    }
}
