// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import io.atrium.engine.decision.policy.Condition;
import io.atrium.engine.decision.policy.PolicyPackage;
import java.util.Optional;

/// A policy as it would be without one of its conditions (取消条件); empty when nothing would be left.
public final class WithoutCondition {

    private WithoutCondition() {}

    public static Optional<PolicyPackage> of(PolicyPackage policy, String condition) {
        return without(policy.conditions(), condition)
                .map(conditions -> new PolicyPackage(
                        policy.header(),
                        policy.clauses(),
                        conditions,
                        policy.amount(),
                        policy.examples(),
                        policy.sourceNote(),
                        policy.fingerprint()));
    }

    private static Optional<Condition> without(Condition node, String condition) {
        return switch (node) {
            case Condition.Leaf leaf -> leaf.id().equals(condition) ? Optional.empty() : Optional.of(leaf);
            case Condition.Group group -> {
                var left = group.children().stream()
                        .flatMap(child -> without(child, condition).stream())
                        .toList();
                yield left.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Condition.Group(group.id(), group.kind(), group.label(), left));
            }
        };
    }
}
