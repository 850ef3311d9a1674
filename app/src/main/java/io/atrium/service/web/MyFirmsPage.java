// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.web;

import io.atrium.web.ListQuery;
import io.atrium.web.component.Due;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Firms with what each needs from its steward.
///
/// @param contact how firms reach the reader; null for those who are no steward
public record MyFirmsPage(
        List<Tab> views,
        ListQuery query,
        List<Field> filters,
        Table table,
        List<Row> rows,
        @Nullable Form contact) {

    /// @param overdue empty when nothing is overdue
    /// @param due the next visit where it is due today or before
    public record Row(
            String href,
            String name,
            String steward,
            int open,
            String openHref,
            String overdue,
            String lastVisit,
            String nextVisit,
            @Nullable Due due) {}
}
