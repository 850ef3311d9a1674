// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RequestKey;
import io.atrium.web.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A form that posts (表单): fields in order, one button that says what it does, a request key so that a double click is
/// harmless. Refused forms come back with the answers as typed, a summary on top, and each message at its field.
public record Form(
        String action,
        String submitKey,
        List<Field> fields,
        @Nullable RequestKey key,
        List<FieldError> errors,
        @Nullable Refusal refusal,
        @Nullable Conflict conflict) {

    /// The name under which the request key travels.
    public static final String KEY_FIELD = "request_key";

    public static Form to(String action, String submitKey, Field... fields) {
        return new Form(action, submitKey, List.of(fields), null, List.of(), null, null);
    }

    /// The same questions, sent elsewhere.
    public Form at(String otherAction) {
        return new Form(otherAction, submitKey, fields, key, errors, refusal, conflict);
    }

    public Form with(Field field) {
        var more = new ArrayList<>(fields);
        more.add(field);
        return new Form(action, submitKey, List.copyOf(more), key, errors, refusal, conflict);
    }

    public Form keyed(RequestKey requestKey) {
        return new Form(action, submitKey, fields, requestKey, errors, refusal, conflict);
    }

    /// Fills in what the reader typed; passwords, files and hidden fields are left alone.
    public Form answered(Map<String, String> answers) {
        var filled = fields.stream().map(field -> keepsAnswer(field) ? field.value(answers.get(field.name())) : field);
        return new Form(action, submitKey, filled.toList(), key, errors, refusal, conflict);
    }

    /// Fills in what was kept; fields that were not kept stay as they are.
    public Form restored(Map<String, List<String>> kept) {
        var filled = fields.stream()
                .map(field -> keepsAnswer(field) && kept.containsKey(field.name())
                        ? field.values(Set.copyOf(kept.get(field.name())))
                        : field);
        return new Form(action, submitKey, filled.toList(), key, errors, refusal, conflict);
    }

    public Form wrong(List<FieldError> problems) {
        return new Form(action, submitKey, fields, key, List.copyOf(problems), refusal, conflict);
    }

    public Form refused(Refusal reason) {
        return new Form(action, submitKey, fields, key, errors, reason, conflict);
    }

    /// Carries what was stored when the form was drawn.
    public Form seen(Seen stored) {
        return with(Field.hidden(Seen.FIELD, stored.mark()));
    }

    /// Somebody else was faster: shows both versions; sending again goes on top of theirs.
    public Form overtaken(Form stored, Conflict.@Nullable Change change, String storedHref) {
        var both = Conflict.between(stored, this, change, storedHref);
        return new Form(
                action, "web.conflict.send", fields, key, errors, Refusal.of(CommonRefusal.CHANGED_MEANWHILE), both);
    }

    public boolean isRefused() {
        return refusal != null || !errors.isEmpty();
    }

    public Optional<FieldError> error(Field field) {
        return errors.stream()
                .filter(error -> error.field().equals(field.name()))
                .findFirst();
    }

    /// Fields that the reader sees.
    public List<Field> questions() {
        return fields.stream().filter(field -> field.kind() != FieldKind.HIDDEN).toList();
    }

    public List<Field> hidden() {
        return fields.stream().filter(field -> field.kind() == FieldKind.HIDDEN).toList();
    }

    /// Browsers send files only in this encoding.
    public @Nullable String encoding() {
        return fields.stream().anyMatch(field -> field.kind() == FieldKind.FILE) ? "multipart/form-data" : null;
    }

    private static boolean keepsAnswer(Field field) {
        return switch (field.kind()) {
            case PASSWORD, FILE, HIDDEN -> false;
            default -> true;
        };
    }
}
