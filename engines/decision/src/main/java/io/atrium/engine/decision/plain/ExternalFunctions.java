// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.plain;

import java.util.Set;
import java.util.regex.Pattern;

/// Finds functions whose body is Java or PMML instead of FEEL: `function(x) external {java: …}` in an expression, or a
/// boxed function of another kind.
final class ExternalFunctions {

    /// Both names are taken by FEEL's grammar; only a function may be followed by `external`.
    private static final Pattern FUNCTION = Pattern.compile("\\bfunction\\b");

    private static final Pattern EXTERNAL = Pattern.compile("\\bexternal\\b");
    /// Whichever begins first hides the other.
    private static final Pattern QUOTED_OR_COMMENT =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

    private static final Set<String> OUTSIDE_FEEL = Set.of("Java", "PMML");

    private ExternalFunctions() {}

    static boolean isIn(PlainSource source) {
        return source.elements("functionDefinition").stream()
                        .anyMatch(function -> OUTSIDE_FEEL.contains(function.getAttribute("kind")))
                || source.elements("encapsulatedLogic").stream()
                        .anyMatch(function -> OUTSIDE_FEEL.contains(function.getAttribute("kind")))
                || source.elements("text").stream().anyMatch(text -> isIn(text.getTextContent()));
    }

    static boolean isIn(String feel) {
        var bare = QUOTED_OR_COMMENT.matcher(feel).replaceAll(" ");
        return FUNCTION.matcher(bare).find() && EXTERNAL.matcher(bare).find();
    }
}
