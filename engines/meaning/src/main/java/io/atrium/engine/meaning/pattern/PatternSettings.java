// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

/// What the watch is set to. {@link #usual} was chosen on the tuning seeds of `./atrium bench meaning`.
///
/// @param clusterCloseness  a case this close to the middle of a cluster belongs to it
/// @param falseDiscoveries  which share of what a day reports may be chance (q of Benjamini and Hochberg)
/// @param firmsMin          fewer firms than these are never a surge
/// @param placeDepth       how deep places are counted: 1 for the building of `B3/12`; each level more is many more
/// tests,
///                         and a surge has to be larger to be told from chance
/// @param memoryDays        after so many days a count is worth a third (1/e) of a fresh one
/// @param shapeMax          how far days differ beyond chance: the variance is the mean + mean² / shape
/// @param repetitionsMin    so many cases of one firm about one thing within 30 days are a repetition
public record PatternSettings(
        double clusterCloseness,
        double falseDiscoveries,
        int firmsMin,
        int placeDepth,
        double memoryDays,
        double shapeMax,
        int repetitionsMin) {

    public PatternSettings {
        if (!(clusterCloseness > 0 && clusterCloseness < 1)) throw new IllegalArgumentException("clusterCloseness");
        if (!(falseDiscoveries > 0 && falseDiscoveries < 1)) throw new IllegalArgumentException("falseDiscoveries");
        if (placeDepth < 0) throw new IllegalArgumentException("placeDepth");
        if (firmsMin < 1 || repetitionsMin < 2) throw new IllegalArgumentException("firmsMin, repetitionsMin");
        if (!(memoryDays >= 7 && shapeMax > 0)) throw new IllegalArgumentException("memoryDays, shapeMax");
    }

    public static PatternSettings usual() {
        return new PatternSettings(0.74, 0.03, 3, 1, 40, 30, 3);
    }
}
