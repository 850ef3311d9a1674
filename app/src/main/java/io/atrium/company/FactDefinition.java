// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.web.text.Lang;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What Atrium knows about one kind of fact (事实项): its form, its words, who may see it, and how long it stays fresh.
///
/// @param open whether values beyond the listed ones are taken as they are written, as with districts elsewhere
/// @param declarable whether a firm may state it by itself while nobody else has (企业自报)
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
        boolean declarable,
        @Nullable Period staleAfter,
        @Nullable List<Value> values,
        boolean open,
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
    ///
    /// @param ended no longer chosen anew; what was recorded keeps its word
    public record Value(String value, String zh, String en, boolean ended) {}

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
        return !open && values != null && !values.isEmpty();
    }

    /// What may be chosen anew.
    public List<Value> choices() {
        return values == null
                ? List.of()
                : values.stream().filter(value -> !value.ended()).toList();
    }

    /// The value that may be chosen anew by a code or by its word in either language.
    public Optional<Value> choiceNamed(String word) {
        return valueNamed(word).filter(value -> !value.ended());
    }

    /// How a value is called; one that is none of the list stands for itself.
    public String word(String value, Lang lang) {
        return valueNamed(value)
                .map(known -> lang == Lang.ZH ? known.zh() : known.en())
                .orElse(value);
    }

    FactDefinition withValues(List<Value> others) {
        return new FactDefinition(
                key,
                type,
                group,
                label,
                unit,
                period,
                visibility,
                required,
                sensitive,
                declarable,
                staleAfter,
                others,
                open,
                derived,
                unlocks);
    }

    FactDefinition withStaleAfter(@Nullable Period other) {
        return new FactDefinition(
                key,
                type,
                group,
                label,
                unit,
                period,
                visibility,
                required,
                sensitive,
                declarable,
                other,
                values,
                open,
                derived,
                unlocks);
    }

    boolean isMadeOf(Set<String> keys) {
        return derived != null && (keys.contains(derived.dividend()) || keys.contains(derived.divisor()));
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
