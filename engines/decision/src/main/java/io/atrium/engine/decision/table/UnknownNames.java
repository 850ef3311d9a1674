// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.table;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kie.dmn.feel.runtime.functions.BuiltInFunctions;

/// Finds a name in a cell that stands for nothing. KIE takes such a name in a unary test for null and says nothing; the
/// rule would never hold.
final class UnknownNames {

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

    /// A word that is not a part of a path such as `as_of.year`.
    private static final Pattern WORD = Pattern.compile("(?<![\\w.])(?<!\\.\\s)[A-Za-z_]\\w*");

    private static final Set<String> KEYWORDS = Set.of(
            "true",
            "false",
            "null",
            "and",
            "or",
            "not",
            "if",
            "then",
            "else",
            "in",
            "between",
            "instance",
            "of",
            "number",
            "string",
            "boolean",
            "date",
            "time",
            "duration",
            "list",
            "context",
            "item");

    /// Function names may have blanks, so their words are taken one by one.
    private static final Set<String> FUNCTION_WORDS = Stream.of(BuiltInFunctions.getFunctions())
            .flatMap(function -> Arrays.stream(function.getName().split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    private UnknownNames() {}

    static Optional<String> first(String feel, Set<String> known) {
        return WORD.matcher(QUOTED.matcher(feel).replaceAll("\"\""))
                .results()
                .map(match -> match.group())
                .filter(word -> !known.contains(word) && !KEYWORDS.contains(word) && !FUNCTION_WORDS.contains(word))
                .findFirst();
    }
}
