// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

import java.util.Arrays;

/// Keeps chance out of many tests made at once (Benjamini, Hochberg 1995).
///
/// Of thousands of counts tested each day some are rare by chance alone; the more there are, the rarer one has to be.
/// On a day on which nothing happens, the chance of reporting anything is at most the share.
final class FalseDiscoveries {
    private FalseDiscoveries() {}

    /// The highest chance that still counts as a discovery; 0 where none does.
    ///
    /// @param chances those that were looked at; all other tests count as unremarkable
    /// @param tests   how many were made in all
    static double limit(double[] chances, int tests, double share) {
        if (tests < chances.length) throw new IllegalArgumentException(tests + " < " + chances.length);
        var sorted = chances.clone();
        Arrays.sort(sorted);
        for (int i = sorted.length; i > 0; i--) {
            if (sorted[i - 1] <= share * i / tests) return sorted[i - 1];
        }
        return 0;
    }
}
