// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.sheet;

import io.atrium.kernel.Fen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the file of a list is called and which columns it has (导出表). Text columns give words in the reader's language;
/// money, moments and dates are given as they are and written exactly.
///
/// ```java
/// Sheet.<VoucherView>named("voucher.list.title")
///         .text("voucher.list.number", voucher -> voucher.id().value())
///         .money("voucher.list.balance", VoucherView::balance)
///         .date("voucher.list.expires", VoucherView::expiresOn);
/// ```
public record Sheet<R>(String titleKey, List<SheetColumn<R>> columns) {

    /// @param titleKey also the name of the file
    public static <R> Sheet<R> named(String titleKey) {
        return new Sheet<>(titleKey, List.of());
    }

    public Sheet<R> text(String headingKey, Function<R, @Nullable String> value) {
        return with(headingKey, SheetColumn.Kind.TEXT, value::apply);
    }

    public Sheet<R> number(String headingKey, Function<R, @Nullable Number> value) {
        return with(headingKey, SheetColumn.Kind.NUMBER, value::apply);
    }

    /// The heading adds the unit, unless it names it already.
    public Sheet<R> money(String headingKey, Function<R, @Nullable Fen> value) {
        return with(headingKey, SheetColumn.Kind.MONEY, value::apply);
    }

    /// The heading adds the time zone.
    public Sheet<R> moment(String headingKey, Function<R, @Nullable Instant> value) {
        return with(headingKey, SheetColumn.Kind.MOMENT, value::apply);
    }

    public Sheet<R> date(String headingKey, Function<R, @Nullable LocalDate> value) {
        return with(headingKey, SheetColumn.Kind.DATE, value::apply);
    }

    private Sheet<R> with(String headingKey, SheetColumn.Kind kind, Function<R, @Nullable Object> value) {
        var more = new ArrayList<>(columns);
        more.add(new SheetColumn<>(headingKey, kind, value));
        return new Sheet<>(titleKey, List.copyOf(more));
    }
}
