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
public record ListQuery(String path, SortedMap<String, String> filter, String sort, int page, int size) {

    public static final List<Integer> SIZES = List.of(20, 50, 100);

    /// Deep pages are slow and nobody reads them; a filter leads further.
    public static final int PAGE_MAX = 1_000;

    private static final int FILTER_LENGTH_MAX = 200;
    private static final Set<String> NOT_FILTERS = Set.of("page", "size", "sort", "lang", "theme");

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

    private String href(Map<String, String> filters, String order, int number, int rows) {
        var uri = UriComponentsBuilder.fromPath(path);
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
