// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.Fen;
import java.util.List;

/// Whom the pool reaches, and whom not (预算内与预算外).
///
/// @param left what the pool holds beyond what is promised to other lists
public record GrantCut(List<GrantView> served, List<GrantView> leftOut, Fen left) {

    public Fen sum() {
        return served.stream().map(GrantView::amount).reduce(Fen.ZERO, Fen::plus);
    }

    public Fen largest() {
        return served.stream().map(GrantView::amount).reduce(Fen.ZERO, (a, b) -> a.value() >= b.value() ? a : b);
    }
}
