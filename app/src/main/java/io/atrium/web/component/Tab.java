// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import org.jspecify.annotations.Nullable;

/// A view of the same thing at an address of its own (页签).
public record Tab(
        String label,
        String href,
        boolean isCurrent,
        @Nullable Long count) {

    public static Tab of(String label, String href, boolean isCurrent) {
        return new Tab(label, href, isCurrent, null);
    }

    public Tab counting(long entries) {
        return new Tab(label, href, isCurrent, entries);
    }
}
