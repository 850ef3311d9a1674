// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.correction;

import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.web.Seen;
import java.util.List;

/// What a price correction does (更正影响), before anybody agrees.
///
/// @param firms what it does to each firm's bills, most affected first
/// @param jobsToCome jobs that still run at the wrong price; they are corrected when they are billed
/// @param isAskedNow the pool still asks the wrong price: with the agreement the right one is asked at once
public record PriceCorrectionEffect(List<FirmEffect> firms, int jobsToCome, boolean isAskedNow) {

    /// @param before list prices of this firm's bills in all
    public record FirmEffect(OrgId firm, int bills, Fen before, Fen after) {

        public Fen difference() {
            return after.minus(before);
        }
    }

    public int bills() {
        return firms.stream().mapToInt(FirmEffect::bills).sum();
    }

    public Fen before() {
        return firms.stream().map(FirmEffect::before).reduce(Fen.ZERO, Fen::plus);
    }

    public Fen after() {
        return firms.stream().map(FirmEffect::after).reduce(Fen.ZERO, Fen::plus);
    }

    public boolean isNothing() {
        return firms.isEmpty() && jobsToCome == 0;
    }

    /// Whoever agrees, agrees to this.
    public Seen seen() {
        return Seen.of(firms, jobsToCome);
    }
}
