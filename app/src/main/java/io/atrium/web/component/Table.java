// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import io.atrium.web.ListQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list as a table (列表): caption, headings, filter in the address, pages, and the right words when it is empty. The
/// rows themselves are written by the page's template.
public record Table(
        String captionKey,
        List<Column> columns,
        Empty empty,
        @Nullable ListQuery query,
        long total) {

    /// A table of all there is, without pages.
    public static Table of(String captionKey, Empty empty, long rows, Column... columns) {
        return new Table(captionKey, List.of(columns), empty, null, rows);
    }

    /// One page of a longer list.
    public Table paged(ListQuery listQuery, long rowsInAll) {
        return new Table(captionKey, columns, empty, listQuery, rowsInAll);
    }

    public boolean isEmpty() {
        return total == 0;
    }

    public boolean isFiltered() {
        return query != null && query.isFiltered();
    }

    public @Nullable Pager pager() {
        return query == null ? null : new Pager(query, total);
    }

    /// `aria-sort` of a column.
    public @Nullable String ariaSort(Column column) {
        if (query == null || column.sort() == null) {
            return null;
        }
        if (query.sort().equals(column.sort())) {
            return "ascending";
        }
        return query.sort().equals("-" + column.sort()) ? "descending" : "none";
    }

    /// The arrow beside a heading that the list is sorted by.
    public String sortSign(Column column) {
        return switch (String.valueOf(ariaSort(column))) {
            case "ascending" -> " ↑";
            case "descending" -> " ↓";
            default -> "";
        };
    }

    public @Nullable String sortHref(Column column) {
        return query == null || column.sort() == null ? null : query.hrefSortedBy(column.sort());
    }
}
