// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.similar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One list from two, by reciprocal ranks (RRF; Cormack, Clarke, Büttcher 2009): scores of words and of meanings have
/// no common scale, ranks have.
///
/// words: a b c    meaning: c a d    together: a c b d
final class Fusion {
    /// How fast the worth of a rank falls; the value of the paper.
    private static final double FLATTENING = 60;

    private Fusion() {}

    /// @param words   rank in the list by words, 0 where it is not in it
    /// @param meaning rank in the list by meaning, 0 where it is not in it
    record Fused(int document, int words, int meaning) {
        /// 1 for the first of both lists.
        double score() {
            return (worth(words) + worth(meaning)) / (2 * worth(1));
        }

        private static double worth(int rank) {
            return rank == 0 ? 0 : 1 / (FLATTENING + rank);
        }
    }

    static List<Fused> fuse(int[] byWords, int[] byMeaning) {
        Map<Integer, Fused> all = new HashMap<>();
        for (int i = 0; i < byWords.length; i++) all.put(byWords[i], new Fused(byWords[i], i + 1, 0));
        for (int i = 0; i < byMeaning.length; i++) {
            int rank = i + 1;
            all.merge(
                    byMeaning[i],
                    new Fused(byMeaning[i], 0, rank),
                    (known, _) -> new Fused(known.document(), known.words(), rank));
        }
        var fused = new ArrayList<>(all.values());
        fused.sort(Comparator.comparingDouble(Fused::score)
                .reversed()
                .thenComparingInt(one -> one.meaning() == 0 ? Integer.MAX_VALUE : one.meaning())
                .thenComparingInt(Fused::document));
        return fused;
    }
}
