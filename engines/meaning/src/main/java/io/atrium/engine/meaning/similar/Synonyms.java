// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.similar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// Words of the domain that say the same (同义词): `宽带, 上网, network`. One group per line.
///
/// They widen a search, not the index, so a changed list needs no new index. A longer word hides a shorter one inside
/// it: `停车费` does not ask for what `停车` asks for when both are listed.
public final class Synonyms {
    /// A list that a person can still read; each search looks at all of it.
    public static final int GROUPS_MAX = 1_000;

    private final List<List<String>> groups;

    private Synonyms(List<List<String>> groups) {
        this.groups = groups;
    }

    /// The list that comes with the engine.
    public static Synonyms bundled() {
        var resource = Objects.requireNonNull(Synonyms.class.getResourceAsStream("synonyms.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return of(lines.lines());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public static Synonyms none() {
        return new Synonyms(List.of());
    }

    /// Groups from lines of words with commas between them; empty lines and those that begin with `#` are passed over.
    public static Synonyms of(Stream<String> lines) {
        var groups = lines.map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(Synonyms::group)
                .toList();
        if (groups.size() > GROUPS_MAX) throw new IllegalArgumentException("groups: " + groups.size());
        return new Synonyms(groups);
    }

    private static List<String> group(String line) {
        var words = Stream.of(line.split("[,，]"))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        if (words.size() < 2) throw new IllegalArgumentException("a group needs two words: " + line);
        return words;
    }

    /// A word of a text, and what else says the same.
    record Wider(String word, List<String> others) {}

    List<Wider> in(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var found = new ArrayList<Wider>();
        for (var group : groups) {
            for (var word : group) {
                if (!contains(lower, word)) continue;
                var others =
                        group.stream().filter(other -> !contains(lower, other)).toList();
                found.add(new Wider(word, others));
                break;
            }
        }
        found.removeIf(one -> found.stream()
                .anyMatch(longer -> longer != one
                        && longer.word().length() > one.word().length()
                        && longer.word().contains(one.word())
                        && count(lower, longer.word()) >= count(lower, one.word())));
        found.removeIf(one -> one.others().isEmpty());
        return found;
    }

    /// Latin words as whole words only: `lift` is not in `shoplifting`.
    static boolean contains(String lower, String word) {
        for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
            if (isEdge(lower, at - 1, word.charAt(0))
                    && isEdge(lower, at + word.length(), word.charAt(word.length() - 1))) return true;
        }
        return false;
    }

    private static boolean isEdge(String text, int beside, char own) {
        return own > 0x7f || beside < 0 || beside >= text.length() || !isAsciiLetter(text.charAt(beside));
    }

    private static boolean isAsciiLetter(char character) {
        return character < 0x80 && Character.isLetterOrDigit(character);
    }

    private static int count(String text, String word) {
        int count = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) count++;
        return count;
    }
}
