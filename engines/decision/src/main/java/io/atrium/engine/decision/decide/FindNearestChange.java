// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.decide;

import io.atrium.engine.decision.dmn.Comparison;
import io.atrium.engine.decision.dmn.DmnOutline;
import java.util.Comparator;
import java.util.List;

/// Finds the smallest set of unmet conditions whose change would lift a "not yet" (the near miss).
///
/// before: all of [ met, UNMET a, any of [ UNMET b, all of [UNMET c, UNMET d] ] ]
/// answer: a, b
final class FindNearestChange {

    private final DmnOutline outline;
    private final Evaluation evaluation;

    FindNearestChange(DmnOutline outline, Evaluation evaluation) {
        this.outline = outline;
        this.evaluation = evaluation;
    }

    List<NearestChange> find(ConditionResult root) {
        return unmet(root).stream().map(this::change).toList();
    }

    private static List<ConditionResult> unmet(ConditionResult node) {
        if (node.status() != ConditionStatus.UNMET) {
            return List.of();
        }
        return switch (node.kind()) {
            case "ALL_OF" ->
                node.children().stream().flatMap(child -> unmet(child).stream()).toList();
            case "ANY_OF" ->
                node.children().stream()
                        .filter(child -> child.status() == ConditionStatus.UNMET)
                        .map(FindNearestChange::unmet)
                        .min(Comparator.comparingInt(List::size))
                        .orElse(List.of());
            default -> List.of(node);
        };
    }

    private NearestChange change(ConditionResult leaf) {
        var decision = outline.decisions().get(leaf.id());
        return Comparison.of(decision == null ? null : decision.expression())
                .map(comparison -> new NearestChange(
                        leaf.id(),
                        comparison.subject(),
                        evaluation.textOf(comparison.subject()).orElse(null),
                        comparison.operator().symbol(),
                        comparison.threshold().text()))
                .orElseGet(() -> new NearestChange(leaf.id(), null, null, null, null));
    }
}
