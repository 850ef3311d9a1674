// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.dmn.Comparison;
import io.atrium.engine.decision.policy.AmountRule;
import io.atrium.engine.decision.policy.Clause;
import io.atrium.engine.decision.policy.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What differs between two versions of a policy (版本差异): conditions with their thresholds, steps of the amount, and
/// clauses; each only where something changed.
public record VersionDifference(
        List<Change<Threshold>> conditions, List<Change<Step>> steps, List<Change<Clause>> clauses) {

    /// The same thing before and after; null where one version has it not.
    public record Change<T>(@Nullable T before, @Nullable T after) {

        public T either() {
            return Optional.ofNullable(after)
                    .or(() -> Optional.ofNullable(before))
                    .orElseThrow();
        }
    }

    /// A condition with what it compares with, where it is a simple comparison.
    public record Threshold(Condition.Leaf leaf, @Nullable Comparison comparison) {

        private static Threshold of(CompiledPolicy policy, Condition.Leaf leaf) {
            var decision = policy.model().outline().decisions().get(leaf.id());
            return new Threshold(
                    leaf,
                    Comparison.of(decision == null ? null : decision.expression())
                            .orElse(null));
        }
    }

    /// A step of the amount with its expression; null where a table computes it.
    public record Step(AmountRule.Step step, @Nullable String expression) {

        private static Step of(CompiledPolicy policy, AmountRule.Step step) {
            var decision = policy.model().outline().decisions().get(step.decision());
            return new Step(step, decision == null ? null : decision.expression());
        }
    }

    public static VersionDifference between(CompiledPolicy before, CompiledPolicy after) {
        return new VersionDifference(
                changes(
                        thresholds(before),
                        thresholds(after),
                        threshold -> threshold.leaf().id()),
                changes(steps(before), steps(after), step -> step.step().decision()),
                changes(before.policy().clauses().stream(), after.policy().clauses().stream(), Clause::id));
    }

    public boolean isEmpty() {
        return conditions.isEmpty() && steps.isEmpty() && clauses.isEmpty();
    }

    private static Stream<Threshold> thresholds(CompiledPolicy policy) {
        return policy.policy().conditions().leaves().map(leaf -> Threshold.of(policy, leaf));
    }

    private static Stream<Step> steps(CompiledPolicy policy) {
        return policy.policy().amount().steps().stream().map(step -> Step.of(policy, step));
    }

    /// In the order of the later version; what it has no more comes last.
    private static <T> List<Change<T>> changes(Stream<T> before, Stream<T> after, Function<T, String> key) {
        var earlier = byKey(before, key);
        var changes = new ArrayList<Change<T>>();
        byKey(after, key).forEach((id, now) -> {
            var then = earlier.remove(id);
            if (then == null || !then.equals(now)) {
                changes.add(new Change<>(then, now));
            }
        });
        earlier.values().forEach(gone -> changes.add(new Change<>(gone, null)));
        return List.copyOf(changes);
    }

    private static <T> Map<String, T> byKey(Stream<T> items, Function<T, String> key) {
        return items.collect(Collectors.toMap(key, Function.identity(), (first, _) -> first, LinkedHashMap::new));
    }
}
