// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.decide;

import java.util.Collection;
import java.util.Comparator;
import java.util.function.BinaryOperator;

/// What is known about a condition. Four of the values stand in a row, from "surely not" to "surely":
///
/// ```
/// UNMET < UNKNOWN < MANUAL_REVIEW < MET
/// ```
///
/// "All of" is the least of its children, "any of" the greatest (Kleene's logic with one more step for what a person
/// must judge). What does not apply is left out. So a missing fact can hide a yes, and can never make one.
public enum ConditionStatus {
    UNMET,
    UNKNOWN,
    MANUAL_REVIEW,
    MET,
    NOT_APPLICABLE;

    public static ConditionStatus allOf(Collection<ConditionStatus> children) {
        return combine(children, BinaryOperator.minBy(Comparator.naturalOrder()));
    }

    public static ConditionStatus anyOf(Collection<ConditionStatus> children) {
        return combine(children, BinaryOperator.maxBy(Comparator.naturalOrder()));
    }

    private static ConditionStatus combine(
            Collection<ConditionStatus> children, BinaryOperator<ConditionStatus> choose) {
        return children.stream()
                .filter(status -> status != NOT_APPLICABLE)
                .reduce(choose)
                .orElse(NOT_APPLICABLE);
    }
}
