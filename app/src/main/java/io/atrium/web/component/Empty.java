// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import org.jspecify.annotations.Nullable;

/// What stands where a list has no rows (空状态): one sentence and one action.
public record Empty(
        String key, @Nullable String actionKey, @Nullable String href) {

    /// Nothing yet: says how the first one comes about.
    public static Empty nothingYet(String key) {
        return new Empty(key, null, null);
    }

    public static Empty nothingYet(String key, String actionKey, String href) {
        return new Empty(key, actionKey, href);
    }
}
