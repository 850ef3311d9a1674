// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import java.util.List;
import java.util.Optional;

/// Counts characters, Han characters and terms of what passes; changes nothing.
///
/// A term is two neighbouring Han characters or a Latin word of at least three letters, in lower case.
final class CountCharactersAndTerms implements CleaningStep {
    private static final int WORD_LETTERS_MIN = 3;
    private static final int WORD_LETTERS_MAX = 40;

    private final TermCounter terms = new TermCounter();
    private long characters;
    private long hanCharacters;

    @Override
    public Optional<Document> apply(Document document) {
        count(document.text());
        return Optional.of(document);
    }

    long characters() {
        return characters;
    }

    long hanCharacters() {
        return hanCharacters;
    }

    List<TermCount> topTerms(int limit) {
        return terms.top(limit);
    }

    private void count(String text) {
        characters += text.codePointCount(0, text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Scripts.isAsciiLetter(c)) {
                at = countWord(text, at);
            } else {
                if (Scripts.isHan(c)) {
                    countHan(text, at);
                }
                at++;
            }
        }
    }

    private void countHan(String text, int at) {
        hanCharacters++;
        if (at > 0 && Scripts.isHan(text.charAt(at - 1))) {
            terms.addHanPair(text.charAt(at - 1), text.charAt(at));
        }
    }

    private int countWord(String text, int from) {
        int end = from;
        while (end < text.length() && Scripts.isAsciiLetter(text.charAt(end))) {
            end++;
        }
        if (end - from >= WORD_LETTERS_MIN && end - from <= WORD_LETTERS_MAX) {
            terms.addWord(text.substring(from, end));
        }
        return end;
    }
}
