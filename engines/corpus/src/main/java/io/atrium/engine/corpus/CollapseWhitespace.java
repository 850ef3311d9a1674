// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import java.util.Optional;

/// Turns every run of spaces and tabs into one space, trims lines, and leaves at most one empty line in a row.
///
/// Runs after {@link NormaliseUnicode}, so that only space, tab and newline are left to look for.
final class CollapseWhitespace implements CleaningStep {
    private static final int NEWLINES_IN_A_ROW_MAX = 2;

    @Override
    public Optional<Document> apply(Document document) {
        var collapsed = collapsed(document.text());
        return Optional.of(collapsed.equals(document.text()) ? document : document.withText(collapsed));
    }

    static String collapsed(String text) {
        var out = new StringBuilder(text.length());
        int newlines = 0;
        boolean space = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n') {
                newlines++;
            } else if (c == ' ' || c == '\t') {
                space = true;
            } else {
                appendGap(out, newlines, space);
                newlines = 0;
                space = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    private static void appendGap(StringBuilder out, int newlines, boolean space) {
        if (out.isEmpty()) {
            return;
        }
        if (newlines > 0) {
            out.repeat('\n', Math.min(newlines, NEWLINES_IN_A_ROW_MAX));
        } else if (space) {
            out.append(' ');
        }
    }
}
