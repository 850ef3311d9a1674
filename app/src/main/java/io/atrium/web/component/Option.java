// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import io.atrium.web.text.Text;
import org.jspecify.annotations.Nullable;

/// One choice of a field: its label is a message key, or, for data such as the name of a pool, a literal.
public record Option(
        String value, String label, boolean isKey, @Nullable String hint) {

    public static Option key(String value, String labelKey) {
        return new Option(value, labelKey, true, null);
    }

    public static Option literal(String value, String label) {
        return new Option(value, label, false, null);
    }

    /// A line under the choice, already in the reader's language.
    public Option hint(String text) {
        return new Option(value, label, isKey, text);
    }

    public String text(Text t) {
        return isKey ? t.of(label) : label;
    }
}
