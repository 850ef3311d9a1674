// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.together;

import java.util.List;
import java.util.Optional;

/// What a firm's policies come to together, with the reasons (组合结果): one line per claim, in stacking order.
public record Combination(List<Line> lines) {

    public Combination {
        lines = List.copyOf(lines);
    }

    /// One claim: what it comes to by itself, less the cuts, is what it brings.
    ///
    /// @param isChosen whether it is part of the best combination
    /// @param isRanked whether a person ranks the applications for its pool, so that nothing is sure
    public record Line(String policy, long askedFen, long fen, List<Cut> cuts, boolean isChosen, boolean isRanked) {

        public Line {
            cuts = List.copyOf(cuts);
            if (fen < 0 || askedFen != fen + cuts.stream().mapToLong(Cut::fen).sum()) {
                throw new IllegalStateException("the cuts of " + policy + " do not sum to the fen");
            }
        }
    }

    public long sumFen() {
        return lines.stream().mapToLong(Line::fen).sum();
    }

    public Optional<Line> find(String policy) {
        return lines.stream().filter(line -> line.policy().equals(policy)).findFirst();
    }

    /// The policies that bring something, in stacking order.
    public List<String> paying() {
        return lines.stream().filter(line -> line.fen() > 0).map(Line::policy).toList();
    }
}
