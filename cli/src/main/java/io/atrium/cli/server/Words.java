// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// Words in the terminal's language: Chinese, or English for everybody else.
public final class Words {

    private final ResourceBundle words;
    private final Locale locale;

    private Words(Locale locale) {
        this.locale = locale;
        words = ResourceBundle.getBundle(
                "io.atrium.cli.server.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static Words ofTerminal() {
        return in(Locale.getDefault(Locale.Category.DISPLAY));
    }

    static Words in(Locale locale) {
        return new Words(locale.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT);
    }

    /// For `Accept-Language`.
    String language() {
        return locale.equals(Locale.ROOT) ? "en" : "zh-CN";
    }

    boolean has(String key) {
        return words.containsKey(key);
    }

    String of(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(arguments);
    }
}
