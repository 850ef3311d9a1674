// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import java.text.Normalizer;
import java.util.Optional;

/// Brings a text to one spelling: composed characters (NFC), half-width letters and digits, no invisible characters.
///
/// before: `ＧＰＵ　Ａ１００，共８张` with a zero-width space
/// after:  `GPU A100，共8张`
///
/// Not NFKC: that would turn Chinese punctuation into ASCII and `①` into `1`.
final class NormaliseUnicode implements CleaningStep {
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;

    @Override
    public Optional<Document> apply(Document document) {
        return Optional.of(document.withText(normalised(document.text())));
    }

    static String normalised(String text) {
        var composed = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        int first = firstToChange(composed);
        return first == composed.length() ? composed : rewritten(composed, first);
    }

    private static int firstToChange(String text) {
        int at = 0;
        while (at < text.length() && keeps(text, at)) {
            at++;
        }
        return at;
    }

    private static String rewritten(String text, int from) {
        var out = new StringBuilder(text.length()).append(text, 0, from);
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (keeps(text, at)) {
                out.append(c);
            } else if (isFullWidthLetterOrDigit(c)) {
                out.append((char) (c - FULL_WIDTH_OFFSET));
            } else if (c == '\u3000' || c == '\u00A0') {
                out.append(' ');
            } else if (c == '\r') {
                out.append(followedByNewline(text, at) ? "" : "\n");
            }
        }
        return out.toString();
    }

    private static boolean keeps(String text, int at) {
        char c = text.charAt(at);
        if (Character.isSurrogate(c)) {
            return isPaired(text, at);
        }
        return !isFullWidthLetterOrDigit(c) && !isInvisible(c) && c != '\u3000' && c != '\u00A0';
    }

    private static boolean isPaired(String text, int at) {
        char c = text.charAt(at);
        return Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static boolean isFullWidthLetterOrDigit(char c) {
        return (c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
    }

    /// Control characters but newline and tab, soft hyphen, zero-width and direction marks, byte order mark.
    private static boolean isInvisible(char c) {
        return (c < ' ' && c != '\n' && c != '\t')
                || (c >= '\u007F' && c <= '\u009F')
                || c == '\u00AD'
                || (c >= '\u200B' && c <= '\u200F')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u2064')
                || c == '\uFEFF';
    }

    private static boolean followedByNewline(String text, int at) {
        return at + 1 < text.length() && text.charAt(at + 1) == '\n';
    }
}
