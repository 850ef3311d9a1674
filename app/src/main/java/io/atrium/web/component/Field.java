// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One question of a form (字段): label above, hint between, the answer kept as it was typed.
public record Field(
        String name, FieldKind kind, String labelKey, Extras extras, List<Option> options, Set<String> values) {

    /// What most fields do without.
    ///
    /// @param max the last day of a date, in the form of HTML
    public record Extras(
            @Nullable Hint hint,
            @Nullable String unitKey,
            @Nullable String autocomplete,
            @Nullable String max,
            boolean optional,
            boolean small,
            @Nullable UploadLimit upload) {

        static final Extras NONE = new Extras(null, null, null, null, false, false, null);
    }

    /// What stands between label and control, as a message key and its arguments.
    public record Hint(String key, List<Object> arguments) {

        public String text(Text t) {
            return t.of(key, arguments.toArray());
        }
    }

    public static Field of(FieldKind kind, String name, String labelKey) {
        return new Field(name, kind, labelKey, Extras.NONE, List.of(), Set.of());
    }

    public static Field text(String name, String labelKey) {
        return of(FieldKind.TEXT, name, labelKey);
    }

    public static Field number(String name, String labelKey) {
        return of(FieldKind.NUMBER, name, labelKey).small();
    }

    public static Field hidden(String name, String value) {
        return of(FieldKind.HIDDEN, name, "").value(value);
    }

    public static Field select(String name, String labelKey, List<Option> options) {
        return of(FieldKind.SELECT, name, labelKey).options(options);
    }

    public static Field radios(String name, String labelKey, List<Option> options) {
        return of(FieldKind.RADIOS, name, labelKey).options(options);
    }

    public Field options(List<Option> choices) {
        return new Field(name, kind, labelKey, extras, List.copyOf(choices), values);
    }

    public Field hint(String key, Object... arguments) {
        var hint = new Hint(key, List.of(arguments));
        return with(new Extras(
                hint, extras.unitKey, extras.autocomplete, extras.max, extras.optional, extras.small, extras.upload));
    }

    /// Shown after the control: `元`, `GPU`.
    public Field unit(String key) {
        return with(new Extras(
                extras.hint, key, extras.autocomplete, extras.max, extras.optional, extras.small, extras.upload));
    }

    /// The `autocomplete` token of HTML, so that browsers can fill in what they know.
    public Field autocomplete(String token) {
        return with(new Extras(
                extras.hint, extras.unitKey, token, extras.max, extras.optional, extras.small, extras.upload));
    }

    /// The last day that can be chosen; the server holds to it whatever the browser does.
    public Field max(LocalDate day) {
        return with(new Extras(
                extras.hint,
                extras.unitKey,
                extras.autocomplete,
                day.toString(),
                extras.optional,
                extras.small,
                extras.upload));
    }

    /// Files within limits that are told before they are chosen.
    public static Field upload(String name, String labelKey, UploadLimit limit) {
        return of(FieldKind.FILE, name, labelKey).with(new Extras(null, null, null, null, false, false, limit));
    }

    /// Marked `(选填)`; every other field must be answered.
    public Field optional() {
        return with(new Extras(
                extras.hint, extras.unitKey, extras.autocomplete, extras.max, true, extras.small, extras.upload));
    }

    public Field small() {
        return with(new Extras(
                extras.hint, extras.unitKey, extras.autocomplete, extras.max, extras.optional, true, extras.upload));
    }

    public Field value(@Nullable String answer) {
        return answer == null ? this : values(Set.of(answer));
    }

    public Field values(Set<String> answers) {
        return new Field(name, kind, labelKey, extras, options, Set.copyOf(answers));
    }

    /// The answer of a field that has one; empty when unanswered.
    public String value() {
        return values.isEmpty() ? "" : values.iterator().next();
    }

    public boolean isChosen(Option option) {
        return values.contains(option.value());
    }

    private Field with(Extras other) {
        return new Field(name, kind, labelKey, other, options, values);
    }
}
