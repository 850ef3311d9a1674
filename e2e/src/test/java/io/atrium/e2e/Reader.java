// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import com.microsoft.playwright.Browser;
import java.util.List;

/// Who looks at a page and on what: language, theme, width of the screen.
record Reader(String lang, String theme, int width, int height) {
    static final Reader DESKTOP_ZH = new Reader("zh-CN", "light", 1280, 900);
    static final Reader DESKTOP_EN = new Reader("en", "light", 1280, 900);
    static final Reader PHONE_ZH = new Reader("zh-CN", "dark", 390, 844);
    static final Reader PHONE_EN = new Reader("en", "dark", 390, 844);
    static final Reader NARROW_ZH = new Reader("zh-CN", "light", 320, 640);
    static final Reader NARROW_EN = new Reader("en", "dark", 320, 640);

    /// Each language in each theme; the desktop is light and the phone dark.
    static final List<Reader> ALL = List.of(DESKTOP_ZH, DESKTOP_EN, PHONE_ZH, PHONE_EN);

    Browser.NewContextOptions context() {
        return new Browser.NewContextOptions().setViewportSize(width, height).setLocale(lang);
    }

    /// The address of a page with this reader's choices, which a cookie then keeps.
    String address(String root, String path) {
        return root + path + (path.contains("?") ? "&" : "?") + "lang=" + lang + "&theme=" + theme;
    }

    @Override
    public String toString() {
        return lang + "-" + theme + "-" + width;
    }
}
