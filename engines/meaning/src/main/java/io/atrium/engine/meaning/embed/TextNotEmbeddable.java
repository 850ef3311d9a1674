// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.embed;

import java.util.List;

/// A text that has no vector. Callers check their forms with the same limits, so that people never see this.
public final class TextNotEmbeddable extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /// Why, in the order in which it is looked at.
    public enum Code {
        /// More than {@link TextEmbedder#BATCH_TEXTS_MAX} texts at once.
        TOO_MANY_TEXTS,
        /// Nothing but white space.
        TEXT_BLANK,
        /// More than {@link TextEmbedder#TEXT_CHARACTERS_MAX} characters.
        TEXT_TOO_LONG
    }

    private final Code code;
    private final int index;

    private TextNotEmbeddable(Code code, int index, String fact) {
        super(code + " (text " + index + "): " + fact);
        this.code = code;
        this.index = index;
    }

    public Code code() {
        return code;
    }

    /// Which text of the call, from 0.
    public int index() {
        return index;
    }

    static void check(List<String> texts) {
        if (texts.size() > TextEmbedder.BATCH_TEXTS_MAX) {
            throw new TextNotEmbeddable(Code.TOO_MANY_TEXTS, TextEmbedder.BATCH_TEXTS_MAX, texts.size() + " texts");
        }
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            if (text.isBlank()) throw new TextNotEmbeddable(Code.TEXT_BLANK, i, "nothing but white space");
            if (text.length() > TextEmbedder.TEXT_CHARACTERS_MAX) {
                throw new TextNotEmbeddable(Code.TEXT_TOO_LONG, i, text.length() + " characters");
            }
        }
    }
}
