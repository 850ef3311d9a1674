// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.web;

import io.atrium.kernel.OrgId;
import io.atrium.voucher.VoucherNames;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What `/vouchers` shows.
///
/// @param ofAllFirms whether a column names the firm
public record VoucherListPage(ListQuery query, List<Field> filter, boolean ofAllFirms, Table table, List<Row> rows) {

    public record Row(
            String id,
            String name,
            String firm,
            String pays,
            Tag state,
            String amount,
            String paid,
            String held,
            String available,
            String validUntil,
            @Nullable String left) {}

    static VoucherListPage of(
            List<VoucherView> vouchers, int count, ListQuery query, boolean ofAllFirms, Words words, Text t) {
        var empty = words.mayReadEntitlements()
                ? Empty.nothingYet("voucher.list.empty", "voucher.list.empty.action", "/entitlements")
                : Empty.nothingYet("voucher.list.empty");
        var table = Table.of("voucher.list.title", empty, count, columns(ofAllFirms))
                .paged(query, count)
                .exported(query);
        return new VoucherListPage(
                query,
                List.of(Field.select("state", "voucher.column.state", states())),
                ofAllFirms,
                table,
                vouchers.stream().map(voucher -> row(voucher, words, t)).toList());
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

    /// What the rows need besides the vouchers.
    record Words(
            VoucherNames.Names names, Function<OrgId, String> firms, LocalDate today, boolean mayReadEntitlements) {}

    private static Row row(VoucherView voucher, Words words, Text t) {
        return new Row(
                voucher.id().value(),
                words.names().of(voucher),
                words.firms().apply(voucher.firm()),
                VoucherWords.pays(t, voucher),
                VoucherWords.tag(voucher.state()),
                t.yuan(voucher.amount()),
                t.yuan(voucher.paid()),
                t.yuan(voucher.held()),
                t.yuan(voucher.available()),
                t.dateShort(voucher.validUntil()),
                VoucherWords.left(t, voucher, words.today()));
    }
}
