// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.text;

import java.util.Locale;
import java.util.Optional;

/// A language of the pages (界面语言). The order is the order of the language switch; the first is the default.
public enum Lang {
    ZH("zh-CN", "zh_CN", "中文", Locale.SIMPLIFIED_CHINESE),
    EN("en", "en", "English", Locale.UK);

    private final String tag;
    private final String fileSuffix;
    private final String ownName;
    private final Locale locale;

    Lang(String tag, String fileSuffix, String ownName, Locale locale) {
        this.tag = tag;
        this.fileSuffix = fileSuffix;
        this.ownName = ownName;
        this.locale = locale;
    }

    /// For `lang` attributes and the `?lang=` choice.
    public String tag() {
        return tag;
    }

    /// The language's name in itself.
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return locale;
    }

    String fileSuffix() {
        return fileSuffix;
    }

    /// By tag or primary subtag: `zh`, `zh-CN`, `zh-Hans-CN`, `en`, `en-GB`.
    public static Optional<Lang> find(String tag) {
        var primary = tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return switch (primary) {
            case "zh" -> Optional.of(ZH);
            case "en" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }
}
