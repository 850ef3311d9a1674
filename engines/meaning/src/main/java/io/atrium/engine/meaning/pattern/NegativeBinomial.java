// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

/// Counts whose rate is itself uncertain (负二项分布): a Poisson count whose rate follows a gamma distribution.
///
/// @param shape of the gamma distribution; the smaller, the further counts stray
/// @param mean  of the counts
record NegativeBinomial(double shape, double mean) {
    private static final double NEGLIGIBLE = 1e-12;
    private static final int COUNT_MAX = 1_000_000;

    NegativeBinomial {
        if (!(shape > 0 && mean > 0)) throw new IllegalArgumentException(shape + ", " + mean);
    }

    /// The chance of a count as high as this or higher.
    double atLeast(int count) {
        if (count <= 0) return 1;
        double term = Math.exp(logMass(count));
        double sum = term;
        for (int k = count; k < COUNT_MAX && (term > sum * NEGLIGIBLE || k < mean); k++) {
            term *= step(k);
            sum += term;
        }
        return Math.min(1, sum);
    }

    /// The smallest count that is not exceeded with this chance.
    int quantile(double chance) {
        double term = Math.exp(logMass(0));
        double sum = term;
        int count = 0;
        while (sum < chance && count < COUNT_MAX) {
            term *= step(count);
            sum += term;
            count++;
        }
        return count;
    }

    /// The chance of k + 1 over that of k.
    private double step(int k) {
        return (shape + k) / (k + 1) * mean / (shape + mean);
    }

    private double logMass(int count) {
        double log = shape * Math.log(shape / (shape + mean)) + count * Math.log(mean / (shape + mean));
        for (int k = 0; k < count; k++) log += Math.log((shape + k) / (k + 1));
        return log;
    }
}
