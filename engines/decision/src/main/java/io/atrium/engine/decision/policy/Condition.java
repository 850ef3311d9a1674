// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The conditions of a policy, as a tree.
public sealed interface Condition {

    String id();

    LocalText label();

    /// Every leaf below, from the first to the last.
    Stream<Leaf> leaves();

    /// Several conditions of which all, or any, must hold.
    record Group(String id, Kind kind, LocalText label, List<Condition> children) implements Condition {
        @Override
        public Stream<Leaf> leaves() {
            return children.stream().flatMap(Condition::leaves);
        }
    }

    enum Kind {
        ALL_OF,
        ANY_OF
    }

    /// One condition of one clause.
    ///
    /// @param decision the boolean DMN decision, or null when only a person can judge
    /// @param review even when the decision says yes, a person must confirm it
    /// @param isAssumed the text does not state this condition
    /// @param appliesWhen a DMN decision that tells whether the condition applies at all
    record Leaf(
            String id,
            @Nullable String decision,
            LocalText label,
            String clause,
            boolean review,
            boolean isAssumed,
            @Nullable String appliesWhen)
            implements Condition {
        @Override
        public Stream<Leaf> leaves() {
            return Stream.of(this);
        }
    }
}
