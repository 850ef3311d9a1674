// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.community;

import java.time.LocalDate;
import java.util.List;

/// Draws for one firm: SplitMix64 (Steele, Lea, Flood 2014) started from the seed and the firm's number.
///
/// Written out because the library's generators promise no stream across versions, and the community must not change
/// under a new JDK. Floating point stays within `+ - * /` and `StrictMath`, so machines agree.
final class Draw {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Draw(long seed, int number) {
        state = mix(seed) ^ mix(GOLDEN_GAMMA * number);
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /// Uniform in [0, 1).
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    double between(double low, double high) {
        return low + unit() * (high - low);
    }

    /// Uniform, both ends included.
    int between(int low, int high) {
        return low + (int) (unit() * (high - low + 1));
    }

    /// Evenly over orders of magnitude, as sizes of firms are.
    double logBetween(double low, double high) {
        return StrictMath.exp(between(StrictMath.log(low), StrictMath.log(high)));
    }

    LocalDate day(LocalDate first, LocalDate last) {
        return first.plusDays(between(0, (int) (last.toEpochDay() - first.toEpochDay())));
    }

    <T> T pick(List<T> choices) {
        return choices.get(between(0, choices.size() - 1));
    }

    /// One of the choices, by weight.
    <T> T weighted(List<Weighted<T>> choices) {
        double total = choices.stream().mapToDouble(Weighted::weight).sum();
        double left = unit() * total;
        for (var choice : choices) {
            left -= choice.weight();
            if (left < 0) {
                return choice.value();
            }
        }
        return choices.getLast().value();
    }

    record Weighted<T>(T value, double weight) {}

    static <T> Weighted<T> of(T value, double weight) {
        return new Weighted<>(value, weight);
    }
}
