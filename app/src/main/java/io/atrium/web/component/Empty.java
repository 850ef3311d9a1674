// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import org.jspecify.annotations.Nullable;

/// What stands where a list has no rows (空状态): one sentence and one action. The fourth case, that nothing matches the
/// filter, a [Table] knows by itself.
public record Empty(
        String key, @Nullable String actionKey, @Nullable String href, Why why) {

    /// Why there is nothing to see.
    public enum Why {
        NOTHING_YET,
        NO_PERMISSION,
        NOT_LOADED
    }

    /// Nothing yet: says how the first one comes about.
    public static Empty nothingYet(String key) {
        return new Empty(key, null, null, Why.NOTHING_YET);
    }

    public static Empty nothingYet(String key, String actionKey, String href) {
        return new Empty(key, actionKey, href, Why.NOTHING_YET);
    }

    /// The reader's role does not reach it: says whom to ask.
    public static Empty noPermission() {
        return new Empty("web.empty.no-permission", "web.empty.whom", "/help#person", Why.NO_PERMISSION);
    }

    /// It could not be fetched: the same page again.
    public static Empty notLoaded(String href) {
        return new Empty("web.empty.not-loaded", "web.empty.retry", href, Why.NOT_LOADED);
    }
}
