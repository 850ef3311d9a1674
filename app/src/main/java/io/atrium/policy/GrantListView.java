// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.Fen;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A list of firms to be granted.
///
/// @param budgetYear the year from whose pool it is paid
/// @param budgetLeft what was left of the pool when the list was drawn up
/// @param publicityEndsAt null until the department has confirmed
/// @param first who confirmed first, where two officers are needed
public record GrantListView(
        GrantListId id,
        PolicyId policy,
        String version,
        int budgetYear,
        Fen budgetLeft,
        Instant createdAt,
        String createdBy,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedBy,
        @Nullable Instant publicityEndsAt,
        @Nullable FirstConfirmation first) {

    public boolean isPublic() {
        return confirmedAt != null;
    }
}
