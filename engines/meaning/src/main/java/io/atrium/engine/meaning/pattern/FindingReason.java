// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

import java.util.List;

/// Why something was found.
public sealed interface FindingReason {
    /// More firms than usual asked within some days.
    ///
    /// @param firms    that asked, each once
    /// @param days     the span, which ends on the day of the finding
    /// @param expected the mean for such days
    /// @param usualMin the least of what 95 of 100 such spans bring
    /// @param usualMax the most of it
    record MoreThanUsual(int firms, int days, double expected, int usualMin, int usualMax) implements FindingReason {}

    /// It is no likely play of chance.
    ///
    /// @param chance of as many firms or more, if all were as usual
    /// @param limit  what the chance had to stay below that day, for the number of tests
    /// @param tests  counts that were looked at that day
    record UnlikelyByChance(double chance, double limit, int tests) implements FindingReason {}

    /// What the cases say more often than others.
    record Terms(List<String> terms) implements FindingReason {}

    /// One firm asked again and again.
    record AskedAgain(String firm, int times, int days) implements FindingReason {}
}
