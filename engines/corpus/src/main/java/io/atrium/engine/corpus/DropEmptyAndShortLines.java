// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import java.util.Optional;

/// Drops lines that say too little (headings cut off, page numbers), and documents of which nothing is left.
///
/// A Han character says about as much as two Latin letters, so it weighs two.
final class DropEmptyAndShortLines implements CleaningStep {
    /// Shorter lines in our samples are page numbers, signatures and buttons.
    static final int LINE_WEIGHT_MIN = 12;

    @Override
    public Optional<Document> apply(Document document) {
        var kept = withoutShortLines(document.text());
        return kept.isEmpty() ? Optional.empty() : Optional.of(document.withText(kept));
    }

    private static String withoutShortLines(String text) {
        if (text.lines().allMatch(DropEmptyAndShortLines::saysEnough)) {
            return text;
        }
        return String.join(
                "\n", text.lines().filter(DropEmptyAndShortLines::saysEnough).toList());
    }

    private static boolean saysEnough(String line) {
        int weight = 0;
        for (int at = 0; at < line.length() && weight < LINE_WEIGHT_MIN; at++) {
            weight += Scripts.isHan(line.charAt(at)) ? 2 : 1;
        }
        return weight >= LINE_WEIGHT_MIN;
    }
}
