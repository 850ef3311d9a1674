// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.column.snapshot.Rows;

/// Amounts that an earlier sweep worked out in the same way are taken from there (金额复用); only firms that had none then
/// are computed.
final class AmountReuse {

    private AmountReuse() {}

    static void fill(PolicyResult since, AmountDecision amount, Rows rows, Scratch scratch, int count) {
        var picks = scratch.picks();
        var all = scratch.spareFen();
        var newcomers = scratch.sparePicks();
        int fresh = since.amountsOf(rows, picks, count, all, newcomers);
        if (fresh > 0) {
            scratch.batch().turnTo(new Rows(rows.base(), fresh, newcomers));
            amount.fill(scratch.batch(), scratch, scratch.fen());
            merge(scratch, picks, newcomers, fresh, all);
        }
        System.arraycopy(all, 0, scratch.fen(), 0, count);
    }

    private static void merge(Scratch scratch, int[] picks, int[] newcomers, int fresh, long[] all) {
        int place = 0;
        for (int i = 0; i < fresh; i++) {
            while (picks[place] != newcomers[i]) {
                place++;
            }
            all[place] = scratch.fen()[i];
        }
    }
}
