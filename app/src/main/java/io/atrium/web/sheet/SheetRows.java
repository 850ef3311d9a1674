// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.sheet;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Where the rows of a file come from (导出行): how many there are, and a page of them.
public record SheetRows<R>(long total, Pages<R> pages) {

    /// How many rows are asked for at once; no front door gives more.
    static final int PAGE_SIZE = 200;

    /// One page of a list, counted from 1, with the scope and the filter of the page that links the file.
    @FunctionalInterface
    public interface Pages<R> {
        List<R> list(int page, int size);
    }

    /// A list that comes page by page.
    public static <R> SheetRows<R> paged(long total, Pages<R> pages) {
        return new SheetRows<>(total, pages);
    }

    /// A list that is there as a whole.
    public static <R> SheetRows<R> of(List<R> rows) {
        return new SheetRows<>(rows.size(), (page, size) -> page == 1 ? rows : List.of());
    }

    /// The same rows, telling how many have been read.
    SheetRows<R> watched(LongConsumer reader) {
        return new SheetRows<>(total, (page, size) -> {
            var rows = pages.list(page, size);
            reader.accept(Math.min(total, (page - 1L) * size + rows.size()));
            return rows;
        });
    }

    /// Every row, in order.
    void each(Consumer<R> taker) {
        long taken = 0;
        for (int page = 1; taken < total; page++) {
            var rows = pages.list(page, PAGE_SIZE);
            if (rows.isEmpty()) {
                return;
            }
            rows.forEach(taker);
            taken += rows.size();
        }
    }
}
