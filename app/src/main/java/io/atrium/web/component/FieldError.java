// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import io.atrium.web.text.Text;
import java.util.List;

/// What is wrong with the answer in one field, as a message key and its arguments.
public record FieldError(String field, String key, List<Object> arguments) {

    public static FieldError of(String field, String key, Object... arguments) {
        return new FieldError(field, key, List.of(arguments));
    }

    public String text(Text t) {
        return t.of(key, arguments.toArray());
    }
}
