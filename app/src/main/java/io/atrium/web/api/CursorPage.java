// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list in JSON: `items`, `next` (absent on the last page), `limit`. No total: counting costs more than
/// programs need.
public record CursorPage<T>(List<T> items, @Nullable String next, int limit) {

    /// From up to `limit + 1` rows, read in the order of their keys: the row too many only says that there is more.
    public static <R, T> CursorPage<T> of(
            CursorQuery query, List<R> rows, Function<R, String> key, Function<R, T> toItem) {
        var shown = rows.size() > query.limit() ? rows.subList(0, query.limit()) : rows;
        var next = shown.size() < rows.size() ? query.cursorAfter(key.apply(shown.getLast())) : null;
        return new CursorPage<>(shown.stream().map(toItem).toList(), next, query.limit());
    }
}
