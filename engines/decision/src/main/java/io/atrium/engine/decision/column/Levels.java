// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.decide.ConditionStatus;
import java.util.Arrays;

/// The status of a condition for 64 firms a word (条件状态位), as a thermometer:
///
/// ```
///                 open  fair  met
/// UNMET            0     0     0
/// UNKNOWN          1     0     0
/// MANUAL_REVIEW    1     1     0
/// MET              1     1     1
/// ```
///
/// so that "all of" is AND and "any of" is OR of each bit. What does not apply is left out.
final class Levels {

    final long[] open;
    final long[] fair;
    final long[] met;
    final long[] applies;

    Levels(int words) {
        open = new long[words];
        fair = new long[words];
        met = new long[words];
        applies = new long[words];
    }

    /// Before the first child: what leaves every child as it is.
    void start(boolean isAllOf, int words) {
        long neutral = isAllOf ? -1L : 0L;
        Arrays.fill(open, 0, words, neutral);
        Arrays.fill(fair, 0, words, neutral);
        Arrays.fill(met, 0, words, neutral);
        Arrays.fill(applies, 0, words, 0L);
    }

    ConditionStatus statusAt(int bit) {
        if ((applies[0] >>> bit & 1) == 0) {
            return ConditionStatus.NOT_APPLICABLE;
        }
        if ((met[0] >>> bit & 1) != 0) {
            return ConditionStatus.MET;
        }
        if ((fair[0] >>> bit & 1) != 0) {
            return ConditionStatus.MANUAL_REVIEW;
        }
        return (open[0] >>> bit & 1) != 0 ? ConditionStatus.UNKNOWN : ConditionStatus.UNMET;
    }

    void allOf(Levels child, int words) {
        for (int word = 0; word < words; word++) {
            long absent = ~child.applies[word];
            open[word] &= child.open[word] | absent;
            fair[word] &= child.fair[word] | absent;
            met[word] &= child.met[word] | absent;
            applies[word] |= child.applies[word];
        }
    }

    void anyOf(Levels child, int words) {
        for (int word = 0; word < words; word++) {
            long present = child.applies[word];
            open[word] |= child.open[word] & present;
            fair[word] |= child.fair[word] & present;
            met[word] |= child.met[word] & present;
            applies[word] |= present;
        }
    }
}
