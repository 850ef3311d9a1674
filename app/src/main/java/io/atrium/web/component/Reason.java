// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One node of an explanation (理由): a condition, whether it holds, what it rests on, and the conditions under it. All
/// texts are already in the reader's language.
public record Reason(Verdict verdict, String text, @Nullable Basis basis, List<Reason> children) {

    /// What a condition rests on: the fact used with its source and date, and the clause with its words.
    public record Basis(
            List<Fact> facts,
            @Nullable String clause,
            @Nullable String quote) {}

    public static Reason of(Verdict verdict, String text, Reason... children) {
        return new Reason(verdict, text, null, List.of(children));
    }

    public Reason on(Basis ground) {
        return new Reason(verdict, text, ground, children);
    }
}
