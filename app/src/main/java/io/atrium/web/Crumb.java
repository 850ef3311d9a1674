// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import io.atrium.web.text.Text;
import java.util.List;

/// One step of the path to a page (面包屑), with a message key as its label.
public record Crumb(String titleKey, List<Object> arguments, String href) {

    public static Crumb of(String titleKey, String href, Object... arguments) {
        return new Crumb(titleKey, List.of(arguments), href);
    }

    public String text(Text t) {
        return t.of(titleKey, arguments.toArray());
    }
}
