// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.dmn;

import java.util.Optional;
import java.util.regex.Pattern;

/// Refuses FEEL text that could run without end, reach outside or depend on the clock.
final class FeelGuard {

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private FeelGuard() {}

    /// Why a text is refused, in both languages.
    record Objection(String english, String chinese) {}

    /// Why the text is refused, if it is.
    static Optional<Objection> objection(String feel) {
        if (feel.length() > DmnLimits.TEXT_CHARS_MAX) {
            return objection(
                    "expression longer than " + DmnLimits.TEXT_CHARS_MAX + " characters",
                    "表达式超过 " + DmnLimits.TEXT_CHARS_MAX + " 个字符");
        }
        var bare = QUOTED.matcher(feel).replaceAll("\"\"");
        if (bare.contains("//") || bare.contains("/*")) {
            return objection("comments inside an expression", "不允许在表达式里写注释");
        }
        if (depth(bare) > DmnLimits.BRACKETS_MAX) {
            return objection(
                    "brackets nested deeper than " + DmnLimits.BRACKETS_MAX, "括号嵌套超过 " + DmnLimits.BRACKETS_MAX + " 层");
        }
        return refusedWord(bare);
    }

    private static Optional<Objection> objection(String english, String chinese) {
        return Optional.of(new Objection(english, chinese));
    }

    private static Optional<Objection> refusedWord(String bare) {
        return WORD.matcher(bare)
                .results()
                .map(match -> match.group())
                .filter(word -> DmnLimits.WORDS_REFUSED.contains(word) || DmnLimits.FUNCTIONS_REFUSED.contains(word))
                .findFirst()
                .map(word -> new Objection(
                        "'" + word + "' (loops, functions, regular expressions and the clock)",
                        "不允许使用“" + word + "”（循环、函数、正则表达式和时钟）"));
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
