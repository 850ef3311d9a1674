// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.similar;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// A case that resembles what was asked (相似案例), and why.
///
/// @param score         places the result in the list: 1 where it is first by words and by meaning, then falling
/// @param closeness     of the meanings: 1 for the same direction; below about 0.5 the two have little in common
/// @param meaningRank   its place by meaning alone, from 1; empty where it was found by its words only
/// @param wordsRank     its place by words alone, from 1; empty where it was found by its meaning only
/// @param shared        runs of characters and words that both texts have, the rarest first
/// @param sameByMeaning words of the question and of the case that the synonym list takes for the same
/// @param labels        of the case, for the caller's own use
public record SimilarCase(
        String id,
        double score,
        double closeness,
        OptionalInt meaningRank,
        OptionalInt wordsRank,
        List<String> shared,
        List<WordPair> sameByMeaning,
        Set<String> labels) {

    /// A word of the question and the word of the case that says the same.
    public record WordPair(String asked, String found) {}
}
