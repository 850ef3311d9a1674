// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.Fen;
import io.atrium.policy.domain.GrantState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a list comes to, by the states of its grants (名单合计).
///
/// @param lines in the order of the states; states without a grant are left out
/// @param checkBy by when the department checks a list that is not public
/// @param confirmBy the last day on which a firm of the list may confirm; null when none may
public record GrantListTotals(
        List<Line> lines,
        @Nullable Instant checkBy,
        @Nullable Instant confirmBy) {

    public static final GrantListTotals NONE = new GrantListTotals(List.of(), null, null);

    public record Line(GrantState state, int firms, Fen sum) {}

    public int firms() {
        return lines.stream().mapToInt(Line::firms).sum();
    }

    public Fen sum() {
        return lines.stream().map(Line::sum).reduce(Fen.ZERO, Fen::plus);
    }
}
