// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A form that was overtaken (版本冲突): question by question what is stored now and what was typed, who changed it and
/// when as far as known, and the way to leave it as it is stored.
///
/// @param storedHref the page with what is stored
public record Conflict(List<Line> lines, @Nullable Change change, String storedHref) {

    /// The change that came first.
    public record Change(String by, @Nullable Instant at) {}

    public record Line(Field stored, Field typed) {

        public boolean isSame() {
            return stored.values().equals(typed.values());
        }

        public String stored(Text t) {
            return words(stored, t);
        }

        public String typed(Text t) {
            return words(typed, t);
        }

        private static String words(Field field, Text t) {
            if (field.options().isEmpty()) {
                return field.value();
            }
            return field.options().stream()
                    .filter(field::isChosen)
                    .map(option -> option.text(t))
                    .collect(Collectors.joining(t.of("web.list.separator")));
        }
    }

    /// Compares the visible questions of both forms; they are the same form, filled in differently.
    public static Conflict between(Form stored, Form typed, @Nullable Change change, String storedHref) {
        var lines = typed.questions().stream()
                .filter(field -> field.kind() != FieldKind.PASSWORD && field.kind() != FieldKind.FILE)
                .flatMap(field -> stored.questions().stream()
                        .filter(other -> other.name().equals(field.name()))
                        .map(other -> new Line(other, field)))
                .toList();
        return new Conflict(lines, change, storedHref);
    }
}
