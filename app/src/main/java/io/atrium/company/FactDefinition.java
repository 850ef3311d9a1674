// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What Atrium knows about one kind of fact (事实项): its form, its words, who may see it, and how long it stays fresh.
public record FactDefinition(
        String key,
        FactType type,
        String group,
        Label label,
        @Nullable String unit,
        @Nullable Span period,
        FactVisibility visibility,
        boolean required,
        boolean sensitive,
        @Nullable Period staleAfter,
        @Nullable List<Value> values,
        @Nullable Derivation derived,
        @Nullable Label unlocks) {

    /// What a value is about: a moment, or a calendar year.
    public enum Span {
        POINT,
        YEAR
    }

    /// A text in both languages.
    public record Label(String zh, String en) {
        public String in(String language) {
            return "zh".equals(language) ? zh : en;
        }
    }

    /// One allowed value of a coded text or list.
    public record Value(String value, String zh, String en) {}

    /// A quotient of two other facts of the same year.
    public record Derivation(String dividend, String divisor) {}

    public FactDefinition {
        period = period == null ? Span.POINT : period;
        values = values == null ? List.of() : List.copyOf(values);
    }

    public boolean isYearly() {
        return period == Span.YEAR;
    }

    public boolean isCoded() {
        return values != null && !values.isEmpty();
    }

    public boolean isDerived() {
        return derived != null;
    }

    /// The allowed value meant by a code or by its word in either language.
    public Optional<Value> valueNamed(String word) {
        return values == null
                ? Optional.empty()
                : values.stream()
                        .filter(value -> value.value().equalsIgnoreCase(word)
                                || value.zh().equals(word)
                                || value.en().equalsIgnoreCase(word))
                        .findFirst();
    }

    /// Whether a value dated so is too old to rely on without a second look.
    public boolean isStale(LocalDate sourceDate, LocalDate today) {
        return staleAfter != null && sourceDate.plus(staleAfter).isBefore(today);
    }
}
