// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.Fen;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// A fact that nobody has told yet (缺少的事实), and what it would let policies decide.
public record MissingFact(FactDefinition fact, List<FactUses.Use> uses) {

    /// Those that could bring the most come first, then those that more policies ask for.
    static final Comparator<MissingFact> MOST_USEFUL_FIRST = Comparator.comparing(MissingFact::atMost)
            .thenComparing(missing -> missing.uses().size())
            .reversed();

    public MissingFact {
        uses = List.copyOf(uses);
    }

    /// The sum of what its uses could come to.
    public Fen atMost() {
        return uses.stream().map(FactUses.Use::atMost).filter(Objects::nonNull).reduce(Fen.ZERO, Fen::plus);
    }
}
