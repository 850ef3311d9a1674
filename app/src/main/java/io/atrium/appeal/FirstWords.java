// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

/// A title made of a text (首句标题): its first sentence where that is short enough, else what stands before a word or
/// a mark of punctuation, and never a part of a number.
///
/// `押金尾款 48 万元……` may end before `48`, never after it.
final class FirstWords {

    /// 40 Chinese or 70 Latin characters.
    private static final int WIDTH_MAX = 280;
    private static final int WIDE = 7;
    private static final int NARROW = 4;
    private static final int WIDE_FROM = 0x2E80;
    private static final String ELLIPSIS = "…";

    private FirstWords() {}

    static String of(String text) {
        var line = text.lines().findFirst().orElse(text).strip();
        var sentence = line.split("[。！？!?；;]", 2)[0].strip();
        var start = sentence.isEmpty() ? line : sentence;
        int fits = fitting(start);
        return fits == start.length() ? start : trimmed(start.substring(0, end(start, fits))) + ELLIPSIS;
    }

    /// How much of a text a title has room for.
    private static int fitting(String text) {
        int width = 0;
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            width += character >= WIDE_FROM ? WIDE : NARROW;
            if (width > WIDTH_MAX) {
                return at;
            }
            at += Character.charCount(character);
        }
        return at;
    }

    /// The last good place to end; a text without one is cut where it must be.
    private static int end(String text, int fits) {
        int least = fits / 2;
        for (int at = fits; at > least; at--) {
            if (isBetweenWords(text, at) && !isInsideSum(text, at)) {
                return at;
            }
        }
        for (int at = fits; at > 0; at--) {
            if (isBetweenCharacters(text, at) && !isInsideSum(text, at)) {
                return at;
            }
        }
        return fits;
    }

    /// A blank, a mark of punctuation, or where Chinese meets Latin.
    private static boolean isBetweenWords(String text, int at) {
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        return isBreak(before) || isBreak(after) || isBetweenCharacters(text, at) && isWide(before) != isWide(after);
    }

    /// Between two Chinese characters, or beside one.
    private static boolean isBetweenCharacters(String text, int at) {
        return !Character.isLowSurrogate(text.charAt(at))
                && (isWide(text.codePointBefore(at)) || isWide(text.codePointAt(at)));
    }

    /// Digits with points, commas and blanks between them, and the unit after them.
    private static boolean isInsideSum(String text, int at) {
        var before = text.substring(0, at).stripTrailing();
        var after = text.substring(at).stripLeading();
        boolean endsInNumber = before.matches("(?s).*[\\d$¥￥][.,，]?");
        return endsInNumber && !after.isEmpty() && !startsAnew(after.codePointAt(0));
    }

    /// Whether no number goes on with this.
    private static boolean startsAnew(int character) {
        return isBreak(character) && character != '.' && character != ',' && character != '，' && character != '%';
    }

    private static boolean isBreak(int character) {
        return !Character.isLetterOrDigit(character);
    }

    private static boolean isWide(int character) {
        return character >= WIDE_FROM && Character.isLetter(character);
    }

    /// Without the blanks and the marks that it would end with.
    private static String trimmed(String title) {
        return title.replaceAll("[\\s，、：:,.（(“\"'-]+$", "");
    }
}
