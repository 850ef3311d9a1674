// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import io.atrium.web.ListQuery;
import io.atrium.web.ListShape;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A list as a table (列表): caption, headings, filter in the address, pages, and the right words when it is empty. The
/// rows themselves are written by the page's template.
public record Table(
        String captionKey,
        List<Column> columns,
        Empty empty,
        @Nullable ListQuery query,
        @Nullable ListQuery export,
        long total) {

    private static final int COLUMNS_TO_CHOOSE_FROM = 4;
    private static final List<String> FILE_FORMATS = List.of("CSV", "XLSX");

    /// One kind of file that the list can be had as.
    public record FileLink(String format, String href) {}

    /// A table of all there is, without pages.
    public static Table of(String captionKey, Empty empty, long rows, Column... columns) {
        return new Table(captionKey, List.of(columns), empty, null, null, rows);
    }

    /// One page of a longer list.
    public Table paged(ListQuery listQuery, long rowsInAll) {
        return new Table(captionKey, columns, empty, listQuery, export, rowsInAll);
    }

    /// Offers all filtered rows as files; `GET <list>/export` answers with [io.atrium.web.sheet.Sheets].
    public Table exported(ListQuery listQuery) {
        return new Table(captionKey, columns, empty, query, listQuery, total);
    }

    /// The list as a file, in the order of the formats.
    public List<FileLink> files() {
        return export == null
                ? List.of()
                : FILE_FORMATS.stream()
                        .map(format -> new FileLink(format, export.hrefOfExport(format.toLowerCase(Locale.ROOT))))
                        .toList();
    }

    /// How the reader wants it: the shape that came with the query.
    public ListShape shape() {
        return query != null ? query.shape() : export != null ? export.shape() : ListShape.PLAIN;
    }

    /// The list that the choice of columns leads back to; null when there is too little to choose from.
    public @Nullable ListQuery choosing() {
        var list = query != null ? query : export;
        return columns.size() < COLUMNS_TO_CHOOSE_FROM ? null : list;
    }

    /// The first column always stays.
    public List<Column> choices() {
        return columns.subList(1, columns.size());
    }

    public boolean isShown(Column column) {
        var chosen = shape().columns();
        boolean isOurs = choices().stream().anyMatch(other -> chosen.contains(other.name()));
        return !isOurs || column.equals(columns.getFirst()) || chosen.contains(column.name());
    }

    /// Modifiers of the grid: density, and the columns left out by their place.
    public String css() {
        var left = IntStream.range(0, columns.size())
                .filter(place -> !isShown(columns.get(place)))
                .mapToObj(place -> " atrium-table__grid--without-" + (place + 1));
        return Stream.concat(Stream.of(shape().isCompact() ? " atrium-table__grid--compact" : ""), left)
                .collect(Collectors.joining());
    }

    public boolean isEmpty() {
        return total == 0;
    }

    /// Whether the filter is why there are no rows.
    public boolean isFiltered() {
        return query != null && query.isFiltered() && empty.why() == Empty.Why.NOTHING_YET;
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
