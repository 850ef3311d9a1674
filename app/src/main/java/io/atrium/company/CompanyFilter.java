// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import org.jspecify.annotations.Nullable;

/// Narrows a list of firms.
///
/// @param text part of a name, or of a unified code
public record CompanyFilter(
        @Nullable String text,
        @Nullable String district,
        @Nullable Boolean inCommunity) {
    public static final CompanyFilter ALL = new CompanyFilter(null, null, null);
}
