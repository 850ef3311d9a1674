// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.decide;

import io.atrium.engine.decision.policy.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns the results of a model into the explained condition tree.
///
/// A leaf with a missing fact is unknown even if DMN made a "no" of it: DMN's null is not an answer.
final class DecideConditions {

    private final Evaluation evaluation;

    DecideConditions(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    ConditionResult decide(Condition condition) {
        return switch (condition) {
            case Condition.Group group -> group(group);
            case Condition.Leaf leaf -> leaf(leaf);
        };
    }

    private ConditionResult group(Condition.Group group) {
        var children = group.children().stream().map(this::decide).toList();
        var statuses = children.stream().map(ConditionResult::status).toList();
        var status = switch (group.kind()) {
            case ALL_OF -> ConditionStatus.allOf(statuses);
            case ANY_OF -> ConditionStatus.anyOf(statuses);
        };
        return new ConditionResult(
                group.id(),
                group.kind().name(),
                group.label(),
                status,
                null,
                false,
                null,
                List.of(),
                List.of(),
                children);
    }

    private ConditionResult leaf(Condition.Leaf leaf) {
        if (leaf.appliesWhen() != null) {
            var missing = evaluation.missingFor(leaf.appliesWhen());
            var applies =
                    missing.isEmpty() ? evaluation.truth(leaf.appliesWhen()).orElse(null) : null;
            if (applies == null) {
                return result(leaf, leaf.appliesWhen(), ConditionStatus.UNKNOWN, missing);
            }
            if (!applies) {
                return result(leaf, leaf.appliesWhen(), ConditionStatus.NOT_APPLICABLE, List.of());
            }
        }
        return leaf.decision() == null
                ? result(leaf, null, ConditionStatus.MANUAL_REVIEW, List.of())
                : decided(leaf, leaf.decision());
    }

    private ConditionResult decided(Condition.Leaf leaf, String decision) {
        var missing = evaluation.missingFor(decision);
        var answer = evaluation.truth(decision);
        if (!missing.isEmpty() || answer.isEmpty()) {
            return result(leaf, decision, ConditionStatus.UNKNOWN, missing);
        }
        var yes = leaf.review() ? ConditionStatus.MANUAL_REVIEW : ConditionStatus.MET;
        return result(leaf, decision, answer.get() ? yes : ConditionStatus.UNMET, List.of());
    }

    private ConditionResult result(
            Condition.Leaf leaf, @Nullable String decision, ConditionStatus status, List<String> missing) {
        var facts = decision == null
                ? List.<FactUsed>of()
                : evaluation.factsOf(decision).stream().map(FactUsed::of).toList();
        return new ConditionResult(
                leaf.id(),
                "LEAF",
                leaf.label(),
                status,
                leaf.clause(),
                leaf.isAssumed(),
                reason(status, missing),
                facts,
                missing,
                List.of());
    }

    private @Nullable UnknownReason reason(ConditionStatus status, List<String> missing) {
        if (status != ConditionStatus.UNKNOWN) {
            return null;
        }
        if (missing.isEmpty()) {
            return UnknownReason.NOT_COMPUTABLE;
        }
        return missing.stream().allMatch(evaluation::isGiven)
                ? UnknownReason.FACT_OF_WRONG_TYPE
                : UnknownReason.FACT_MISSING;
    }
}
