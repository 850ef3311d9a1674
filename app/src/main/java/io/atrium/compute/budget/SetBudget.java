// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.budget;

import io.atrium.kernel.Fen;
import io.atrium.kernel.RequestKey;
import java.util.List;

/// A firm sets a budget for itself or one of its projects.
public record SetBudget(RequestKey key, String project, Terms terms) {

    public static final Fen LIMIT_MIN = new Fen(100);
    public static final Fen LIMIT_MAX = Fen.ofYuan("1000000000");
    public static final int THRESHOLDS_MAX = 5;

    /// @param thresholds in percent of the limit
    public record Terms(Fen limit, List<Integer> thresholds, AtLimit atLimit) {

        public Terms {
            thresholds = thresholds.stream().distinct().sorted().toList();
        }
    }
}
