// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.kernel.Fen;
import io.atrium.web.component.Due;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists of firms to be granted.
///
/// @param propose for departments: the form that draws up a new list
public record GrantListsPage(@Nullable Form propose, Table table, List<Row> rows) {

    public record Row(
            String policy,
            String href,
            Instant createdAt,
            Tag state,
            int firms,
            Fen sum,
            @Nullable Due due) {}
}
