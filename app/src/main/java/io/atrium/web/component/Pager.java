// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import io.atrium.web.ListQuery;
import java.util.List;
import java.util.stream.IntStream;

/// Pages of a list (分页): first, last, and those around the current one.
public record Pager(ListQuery query, long total) {

    private static final int AROUND = 2;

    public int pages() {
        return (int) Math.max(1, (total + query.size() - 1) / query.size());
    }

    public long firstRow() {
        return total == 0 ? 0 : query.offset() + 1;
    }

    public long lastRow() {
        return Math.min(total, query.offset() + query.size());
    }

    /// Page numbers to show; a zero stands for a gap.
    public List<Integer> numbers() {
        return IntStream.rangeClosed(1, pages())
                .filter(number -> isShown(number) || isShown(number - 1))
                .map(number -> isShown(number) ? number : 0)
                .boxed()
                .toList();
    }

    public boolean hasSeveralPages() {
        return pages() > 1;
    }

    public boolean offersSizes() {
        return total > ListQuery.SIZES.getFirst();
    }

    private boolean isShown(int number) {
        return number == 1 || number == pages() || Math.abs(number - query.page()) <= AROUND;
    }
}
