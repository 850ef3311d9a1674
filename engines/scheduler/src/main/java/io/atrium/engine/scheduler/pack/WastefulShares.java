// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.pack;

import io.atrium.engine.scheduler.model.Ask;
import java.util.TreeMap;

/// Finds the sizes of shares that waste more of a GPU than shares do on average, because what would fill up the rest
/// is too rare: of 0.81 and 0.47 in equal numbers, 0.81 wastes 0.19 each time, two of 0.47 only 0.06.
///
/// The usual shares are packed on paper: the fullest combination that their numbers allow, as often as they allow, then
/// the next. A size is wasteful if the GPUs that it went to are less full than the mean.
final class WastefulShares {
    private static final int WHOLE = Ask.WHOLE_GPU;

    /// Shares packed on paper: enough that a size of one in a thousand counts.
    private static final double SAMPLE = 10_000;

    private final double[] left = new double[WHOLE + 1];
    private final double[] seen = new double[WHOLE + 1];
    private final double[] filled = new double[WHOLE + 1];

    private WastefulShares(Mix mix) {
        var total = 0.0;
        for (var kind = 0; kind < mix.size(); kind++) {
            if (mix.kind(kind).isShare()) {
                left[mix.kind(kind).gpuMilli()] += mix.count(kind);
                total += mix.count(kind);
            }
        }
        for (var size = 0; size <= WHOLE; size++) {
            left[size] *= SAMPLE / Math.max(1, total);
            seen[size] = left[size];
        }
    }

    /// By size in thousandths of a GPU.
    static boolean[] of(Mix mix) {
        var paper = new WastefulShares(mix);
        while (paper.fillNext()) {}
        return paper.belowMean();
    }

    /// Takes the fullest combination as often as it can be had; false if no share is left.
    private boolean fillNext() {
        var combination = fullest();
        if (combination.isEmpty()) {
            return false;
        }
        var fill = combination.entrySet().stream()
                .mapToInt(part -> part.getKey() * part.getValue())
                .sum();
        var times = combination.entrySet().stream()
                .mapToDouble(part -> Math.floor(left[part.getKey()] / part.getValue()))
                .min()
                .orElseThrow();
        combination.forEach((size, count) -> {
            left[size] -= times * count;
            filled[size] += times * count * fill;
        });
        return true;
    }

    /// Sums of sizes, each at most as often as it is left, by the largest size first.
    private TreeMap<Integer, Integer> fullest() {
        var last = new int[WHOLE + 1];
        java.util.Arrays.fill(last, -1);
        last[0] = 0;
        for (var size = WHOLE; size >= 1; size--) {
            if (left[size] >= 1) {
                reach(last, size, (int) Math.min(left[size], WHOLE / size));
            }
        }
        var sum = WHOLE;
        while (last[sum] < 0) {
            sum--;
        }
        var parts = new TreeMap<Integer, Integer>();
        for (; sum > 0; sum -= last[sum]) {
            parts.merge(last[sum], 1, Integer::sum);
        }
        return parts;
    }

    private static void reach(int[] last, int size, int max) {
        var used = new int[WHOLE + 1];
        for (var sum = size; sum <= WHOLE; sum++) {
            if (last[sum] < 0 && last[sum - size] >= 0 && used[sum - size] < max) {
                used[sum] = used[sum - size] + 1;
                last[sum] = size;
            }
        }
    }

    private boolean[] belowMean() {
        var fill = 0.0;
        var all = 0.0;
        for (var size = 1; size <= WHOLE; size++) {
            fill += filled[size] * size;
            all += (seen[size] - left[size]) * size;
        }
        var wasteful = new boolean[WHOLE + 1];
        for (var size = 1; size <= WHOLE; size++) {
            wasteful[size] = seen[size] >= 1 && filled[size] / seen[size] < fill / all;
        }
        return wasteful;
    }
}
