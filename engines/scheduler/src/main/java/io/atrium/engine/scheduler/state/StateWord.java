// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.state;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Words of a state file: what separates them is written as `%` and two hexadecimal digits.
final class StateWord {
    private static final String SEPARATORS = "%,;=";

    private StateWord() {}

    static String written(String word) {
        var text = new StringBuilder();
        for (var i = 0; i < word.length(); i++) {
            var letter = word.charAt(i);
            if (SEPARATORS.indexOf(letter) >= 0 || letter < ' ' || letter == 0x7f) {
                text.append('%').append("%02x".formatted((int) letter));
            } else {
                text.append(letter);
            }
        }
        return text.toString();
    }

    /// A statement: its kind and its words.
    static String line(String kind, Object... words) {
        var line = new StringBuilder(kind);
        for (var word : words) {
            line.append(',').append(written(word.toString()));
        }
        return line.toString();
    }

    static String read(String written) {
        var text = new StringBuilder();
        for (var i = 0; i < written.length(); i++) {
            if (written.charAt(i) == '%') {
                text.append((char) Integer.parseInt(written, i + 1, i + 3, 16));
                i += 2;
            } else {
                text.append(written.charAt(i));
            }
        }
        return text.toString();
    }

    static String set(Collection<?> members) {
        return members.stream()
                .map(member -> written(member.toString()))
                .sorted()
                .collect(Collectors.joining(";"));
    }

    static <T> Set<T> set(String written, Function<String, T> member) {
        return written.isEmpty()
                ? Set.of()
                : Arrays.stream(written.split(";", -1))
                        .map(word -> member.apply(read(word)))
                        .collect(Collectors.toUnmodifiableSet());
    }
}
