// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import io.atrium.web.ListQuery;
import io.atrium.web.text.Text;
import java.util.List;

/// A filter that is in force, and the list without it (已选条件).
public record FilterChip(String label, String value, String hrefWithout) {

    public static List<FilterChip> of(Text t, ListQuery query, List<Field> fields) {
        return fields.stream()
                .filter(field -> !query.filter(field.name()).isEmpty())
                .map(field -> new FilterChip(
                        t.of(field.labelKey()),
                        words(t, field, query.filter(field.name())),
                        query.hrefWithout(field.name())))
                .toList();
    }

    private static String words(Text t, Field field, String value) {
        return field.options().stream()
                .filter(option -> option.value().equals(value))
                .map(option -> option.text(t))
                .findFirst()
                .orElse(value);
    }
}
