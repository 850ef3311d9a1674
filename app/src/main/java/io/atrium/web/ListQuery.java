// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// Which part of a list is asked for (列表查询): page, size, sort and filter, all of them in the address, so that every
/// view of a list can be linked. A controller takes it as a parameter.
public record ListQuery(
        String path, SortedMap<String, String> filter, String sort, int page, int size, ListShape shape) {

    public static final List<Integer> SIZES = List.of(20, 50, 100);

    /// Deep pages are slow and nobody reads them; a filter leads further.
    public static final int PAGE_MAX = 1_000;

    private static final int FILTER_LENGTH_MAX = 200;
    private static final Set<String> NOT_FILTERS = Set.of(
            "page", "size", "sort", "format", "lang", "theme", ListShape.COLUMNS, ListShape.DENSITY, ListShape.KEEP);
    private static final String EXPORT = "/export";

    public ListQuery(String path, SortedMap<String, String> filter, String sort, int page, int size) {
        this(path, filter, sort, page, size, ListShape.PLAIN);
    }

    public static ListQuery of(HttpServletRequest request) {
        var filter = new TreeMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_FILTERS.contains(name) && !values[0].isBlank()) {
                filter.put(name, shortened(values[0].strip()));
            }
        });
        int size = number(request.getParameter("size"), SIZES.getFirst());
        return new ListQuery(
                request.getRequestURI(),
                filter,
                request.getParameter("sort") == null ? "" : shortened(request.getParameter("sort")),
                Math.clamp(number(request.getParameter("page"), 1), 1, PAGE_MAX),
                SIZES.contains(size) ? size : SIZES.getFirst());
    }

    /// The same part of the list, shown another way.
    public ListQuery shaped(ListShape other) {
        return new ListQuery(path, filter, sort, page, size, other);
    }

    /// The same view of a list that lies at another address.
    public ListQuery at(String other) {
        return new ListQuery(other, filter, sort, page, size, shape);
    }

    public long offset() {
        return (long) (page - 1) * size;
    }

    /// The value of one filter; empty when it is not set.
    public String filter(String name) {
        return filter.getOrDefault(name, "");
    }

    public boolean isFiltered() {
        return !filter.isEmpty();
    }

    public String hrefOfPage(int number) {
        return href(filter, sort, number, size);
    }

    public String hrefOfSize(int rows) {
        return href(filter, sort, 1, rows);
    }

    /// Sorts by a name, or the other way round when it is sorted so already.
    public String hrefSortedBy(String name) {
        return href(filter, sort.equals(name) ? "-" + name : name, 1, size);
    }

    public String hrefWithout(String name) {
        var rest = new TreeMap<>(filter);
        rest.remove(name);
        return href(rest, sort, 1, size);
    }

    public String hrefWithoutFilter() {
        return href(new TreeMap<>(), sort, 1, size);
    }

    /// The list itself, also when asked on the way to its file.
    public String hrefOfList() {
        return href(pathOfList(), filter, sort, 1, size);
    }

    /// The whole filtered list as a file: `<list>/export?format=csv`.
    public String hrefOfExport(String format) {
        var asked = new TreeMap<>(filter);
        asked.put("format", format);
        return href(pathOfList() + EXPORT, asked, sort, 1, SIZES.getFirst());
    }

    /// The page that keeps this list with its filter under a name.
    public String hrefOfSaving() {
        var list = hrefOfList();
        int mark = list.indexOf('?');
        return UriComponentsBuilder.fromPath("/saved-views/new")
                .queryParam("list", "{list}")
                .queryParam("query", "{query}")
                .encode()
                .buildAndExpand(Map.of("list", pathOfList(), "query", mark < 0 ? "" : list.substring(mark + 1)))
                .toUriString();
    }

    /// Whether this view shows what the list shows now.
    public boolean isAt(SavedView view) {
        return view.href().equals(hrefOfList());
    }

    private String pathOfList() {
        return path.endsWith(EXPORT) ? path.substring(0, path.length() - EXPORT.length()) : path;
    }

    private String href(Map<String, String> filters, String order, int number, int rows) {
        return href(path, filters, order, number, rows);
    }

    private String href(String list, Map<String, String> filters, String order, int number, int rows) {
        var uri = UriComponentsBuilder.fromPath(list);
        filters.forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
        if (!order.isEmpty()) {
            uri.queryParam("sort", "{sort}");
        }
        if (rows != SIZES.getFirst()) {
            uri.queryParam("size", rows);
        }
        if (number > 1) {
            uri.queryParam("page", number);
        }
        if (shape.isInAddress()) {
            uri.queryParam(ListShape.COLUMNS, shape.columns());
            uri.queryParam(ListShape.DENSITY, shape.density());
        }
        var values = new TreeMap<String, Object>(filters);
        values.put("sort", order);
        return uri.encode().buildAndExpand(values).toUriString();
    }

    private static String shortened(String value) {
        return value.length() <= FILTER_LENGTH_MAX ? value : value.substring(0, FILTER_LENGTH_MAX);
    }

    private static int number(@Nullable String value, int otherwise) {
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }
}
