// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.text;

/// Words that are data and come in both languages (双语文字), such as the title of a step in a reviewed file.
public record Bilingual(String zh, String en) {

    public String in(Lang lang) {
        return lang == Lang.ZH ? zh : en;
    }
}
