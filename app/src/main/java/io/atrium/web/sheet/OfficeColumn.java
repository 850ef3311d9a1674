// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.sheet;

import io.atrium.web.text.Lang;

/// A column of a file that is handed in (表头), known by its Chinese or its English heading.
public interface OfficeColumn {

    String zh();

    String en();

    /// Whether the file is refused without it.
    boolean isNeeded();

    default String in(Lang lang) {
        return lang == Lang.ZH ? zh() : en();
    }
}
