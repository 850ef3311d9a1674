// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.web;

import io.atrium.kernel.OrgId;
import io.atrium.voucher.VoucherState;
import io.atrium.voucher.VoucherView;
import io.atrium.web.ListQuery;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.Option;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// What `/vouchers` shows.
///
/// @param ofAllFirms whether a column names the firm
public record VoucherListPage(ListQuery query, List<Field> filter, boolean ofAllFirms, Table table, List<Row> rows) {

    public record Row(
            String id,
            String name,
            String firm,
            String policy,
            Tag state,
            String amount,
            String paid,
            String held,
            String available,
            String validUntil) {}

    static VoucherListPage of(
            List<VoucherView> vouchers,
            int count,
            ListQuery query,
            boolean ofAllFirms,
            Function<OrgId, String> firmName,
            Text t) {
        var empty = Empty.nothingYet("voucher.list.empty", "voucher.list.empty.action", "/entitlements");
        var table = Table.of("voucher.list.title", empty, count, columns(ofAllFirms))
                .paged(query, count);
        return new VoucherListPage(
                query,
                List.of(Field.select("state", "voucher.column.state", states()).optional()),
                ofAllFirms,
                table,
                vouchers.stream().map(voucher -> row(voucher, firmName, t)).toList());
    }

    private static Column[] columns(boolean ofAllFirms) {
        var columns = new ArrayList<Column>();
        columns.add(Column.text("voucher.column.voucher"));
        if (ofAllFirms) {
            columns.add(Column.text("voucher.column.firm"));
        }
        columns.addAll(List.of(
                Column.text("voucher.column.state"),
                Column.number("voucher.column.amount"),
                Column.number("voucher.column.paid"),
                Column.number("voucher.column.held"),
                Column.number("voucher.column.available"),
                Column.text("voucher.column.valid-until")));
        return columns.toArray(Column[]::new);
    }

    private static List<Option> states() {
        var all = Stream.of(Option.key("", "voucher.state.all"));
        var each = Arrays.stream(VoucherState.values())
                .map(state -> Option.key(state.name(), "voucher.state." + state.name()));
        return Stream.concat(all, each).toList();
    }

    private static Row row(VoucherView voucher, Function<OrgId, String> firmName, Text t) {
        return new Row(
                voucher.id().value(),
                t.of("voucher.title", voucher.amount()),
                firmName.apply(voucher.firm()),
                voucher.policy(),
                VoucherWords.tag(voucher.state()),
                t.yuan(voucher.amount()),
                t.yuan(voucher.paid()),
                t.yuan(voucher.held()),
                t.yuan(voucher.available()),
                t.dateShort(voucher.validUntil()));
    }
}
