// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.ListQuery;
import io.atrium.web.component.Due;
import io.atrium.web.component.Field;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of applications.
///
/// @param lead what stands in it, by who reads it
/// @param showsFirms not in a firm's own list
public record ApplicationsPage(
        String lead, boolean showsFirms, ListQuery query, List<Field> filters, Table table, List<Row> rows) {

    /// @param amount what was approved; empty while there is none
    /// @param who whose turn it is, in words; empty at an end
    public record Row(
            String number,
            String href,
            String firm,
            String policy,
            Tag state,
            String amount,
            String who,
            @Nullable Due due) {}
}
