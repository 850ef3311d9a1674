// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.dmn;

import java.util.Optional;
import java.util.regex.Pattern;

/// Refuses FEEL text that could run without end, reach outside or depend on the clock.
final class FeelGuard {

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private FeelGuard() {}

    /// Why the text is refused, if it is.
    static Optional<String> objection(String feel) {
        if (feel.length() > DmnLimits.TEXT_CHARS_MAX) {
            return Optional.of("expression longer than " + DmnLimits.TEXT_CHARS_MAX + " characters");
        }
        var bare = QUOTED.matcher(feel).replaceAll("\"\"");
        if (bare.contains("//") || bare.contains("/*")) {
            return Optional.of("comments inside an expression");
        }
        if (depth(bare) > DmnLimits.BRACKETS_MAX) {
            return Optional.of("brackets nested deeper than " + DmnLimits.BRACKETS_MAX);
        }
        return refusedWord(bare);
    }

    private static Optional<String> refusedWord(String bare) {
        return WORD.matcher(bare)
                .results()
                .map(match -> match.group())
                .filter(word -> DmnLimits.WORDS_REFUSED.contains(word) || DmnLimits.FUNCTIONS_REFUSED.contains(word))
                .findFirst()
                .map(word -> "'" + word + "' (loops, functions, regular expressions and the clock)");
    }

    private static int depth(String bare) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < bare.length(); i++) {
            switch (bare.charAt(i)) {
                case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
                case ')', ']', '}' -> depth--;
                default -> {}
            }
        }
        return deepest;
    }
}
