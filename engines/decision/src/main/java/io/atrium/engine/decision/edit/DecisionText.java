// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.edit;

import java.util.List;

/// One decision as an author sees it (决策).
///
/// @param type what it yields: `boolean`, `number`, `string`, `date`; empty when nobody said
/// @param requires the facts and decisions that it may name
public record DecisionText(String name, String type, List<String> requires, Logic logic) {

    /// How a decision comes to its result.
    public sealed interface Logic {}

    /// @param text in FEEL
    public record Expression(String text) implements Logic {}

    public record Table(TableText table) implements Logic {}

    /// Nothing yet, or something that a policy model may not have.
    public record Nothing() implements Logic {}

    public DecisionText with(Logic other) {
        return new DecisionText(name, type, requires, other);
    }

    public DecisionText requiring(List<String> names) {
        return new DecisionText(name, type, List.copyOf(names), logic);
    }
}
