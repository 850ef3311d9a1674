// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import io.atrium.web.text.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A key and its value, already in the reader's language, with where it comes from (事实).
public record Fact(
        String label,
        String value,
        @Nullable String source,
        boolean isTotal,
        @Nullable String href) {

    public static Fact of(String label, String value) {
        return new Fact(label, value, null, false, null);
    }

    /// Says the source and its date under the value.
    public Fact from(Text t, String sourceName, LocalDate date) {
        return from(t.of("web.fact.source", sourceName, t.dateShort(date)));
    }

    public Fact from(String sourceLine) {
        return new Fact(label, value, sourceLine, isTotal, href);
    }

    /// The sum of the facts above it.
    public Fact total() {
        return new Fact(label, value, source, true, href);
    }

    public Fact linked(String target) {
        return new Fact(label, value, source, isTotal, target);
    }
}
