// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.web.ListQuery;
import io.atrium.web.component.Due;
import io.atrium.web.component.Field;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `jte/company/corrections.jte` shows.
public record CorrectionListPage(String lead, ListQuery query, List<Field> filters, Table table, List<Row> rows) {

    /// @param due only while it is open; @param ended when it was decided or withdrawn
    public record Row(
            String href,
            String fact,
            String value,
            String firm,
            Tag state,
            String requestedAt,
            @Nullable Due due,
            @Nullable String ended) {}
}
