// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.text;

import io.atrium.kernel.Refusal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A refusal in words: what was refused, why with the facts of the case, and what to do about it. Each module writes
/// `problem.<CODE>.title`, `.detail` and `.remedy`; facts stand in them by name, as `{limit}`.
public record RefusalText(String code, String title, String detail, String remedy) {

    private static final Pattern FACT = Pattern.compile("\\{([a-zA-Z][A-Za-z0-9_]*)}");
    private static final String NO_FACT = "…";

    static RefusalText of(Text text, Refusal refusal) {
        return of(text, refusal.code().name(), refusal.facts());
    }

    static RefusalText of(Text text, String code) {
        return of(text, code, Map.of());
    }

    private static RefusalText of(Text text, String code, Map<String, Object> facts) {
        var prefix = "problem." + code;
        return new RefusalText(
                code,
                fill(text, prefix + ".title", facts),
                fill(text, prefix + ".detail", facts),
                fill(text, prefix + ".remedy", facts));
    }

    private static String fill(Text text, String key, Map<String, Object> facts) {
        return FACT.matcher(text.of(key))
                .replaceAll(found -> Matcher.quoteReplacement(phrase(text, facts.get(found.group(1)))));
    }

    private static String phrase(Text text, @Nullable Object fact) {
        return switch (fact) {
            case null -> NO_FACT;
            case Long number -> text.number(number);
            case Integer number -> text.number(number);
            default -> String.valueOf(text.phrase(fact));
        };
    }
}
