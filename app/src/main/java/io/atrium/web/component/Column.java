// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import org.jspecify.annotations.Nullable;

/// A column's heading (列): text to the left, figures to the right, sortable when it has a name to sort by.
public record Column(
        String titleKey, boolean isNumber, @Nullable String sort) {

    public static Column text(String titleKey) {
        return new Column(titleKey, false, null);
    }

    public static Column number(String titleKey) {
        return new Column(titleKey, true, null);
    }

    /// Short and stable, for the address: the last part of the heading's key.
    public String name() {
        return titleKey.substring(titleKey.lastIndexOf('.') + 1);
    }

    /// Makes the heading a link that sorts by this name: `?sort=name`, then `?sort=-name`.
    public Column sortedBy(String name) {
        return new Column(titleKey, isNumber, name);
    }
}
