// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import io.atrium.web.ListQuery;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Pages of a list (分页): first, last, and those around the current one.
public record Pager(ListQuery query, long total) {

    private static final int AROUND = 2;

    /// The pages of the list that a page record shows, if it shows one.
    public static Optional<Pager> in(Object page) {
        return page.getClass().getRecordComponents() == null
                ? Optional.empty()
                : Stream.of(page.getClass().getRecordComponents())
                        .filter(part -> part.getType() == Table.class)
                        .map(part -> pager(page, part))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static Optional<Pager> pager(Object page, RecordComponent part) {
        try {
            return Optional.ofNullable(((Table) part.getAccessor().invoke(page)).pager());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a page record is public", e);
        }
    }

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
