// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Where two texts differ (文本差异): pieces that both have, that only the earlier has, that only the later has. Compared
/// are phrases, figures and marks of punctuation, so that a changed threshold stands out and a sentence stays readable.
public final class TextDifference {

    public static final int WORDS_MAX = 2_000;

    private static final Pattern WORD = Pattern.compile("\\d[\\d.,]*%?|[^\\d；。，、：;,.]+|[；。，、：;,.]");

    public enum Side {
        BOTH,
        EARLIER,
        LATER
    }

    public record Piece(Side side, String text) {}

    private final List<String> before;
    private final List<String> after;
    private final int[][] common;

    private TextDifference(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        this.common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
    }

    /// A text with too many words to compare is shown as replaced.
    public static List<Piece> of(String before, String after) {
        var earlier = words(before);
        var later = words(after);
        return earlier.size() > WORDS_MAX || later.size() > WORDS_MAX
                ? List.of(new Piece(Side.EARLIER, before), new Piece(Side.LATER, after))
                : new TextDifference(earlier, later).pieces();
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private List<Piece> pieces() {
        var pieces = new ArrayList<Piece>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                add(pieces, Side.BOTH, before.get(i++));
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                add(pieces, Side.EARLIER, before.get(i++));
            } else {
                add(pieces, Side.LATER, after.get(j++));
            }
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, Side side, String word) {
        var text = word;
        if (!pieces.isEmpty() && pieces.getLast().side() == side) {
            text = pieces.removeLast().text() + word;
        }
        pieces.add(new Piece(side, text));
    }
}
