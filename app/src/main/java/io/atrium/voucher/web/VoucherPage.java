// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.web;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.voucher.VoucherState;
import io.atrium.voucher.VoucherUseView;
import io.atrium.voucher.VoucherView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a voucher's page shows: terms, where its money is, and which jobs used it; links only where the reader may go.
public record VoucherPage(
        Tag state,
        List<Fact> terms,
        List<Fact> money,
        String orderOfUse,
        @Nullable String statementHref,
        Table table,
        List<Row> uses) {

    public record Row(
            String job,
            @Nullable String href,
            String heldAt,
            String machineTime,
            String held,
            String paid,
            Tag state) {}

    static VoucherPage of(VoucherView voucher, List<VoucherUseView> uses, String firm, Actor reader, Text t) {
        var empty = voucher.state() == VoucherState.ACTIVE && reader.may(Permission.SUBMIT_JOB)
                ? Empty.nothingYet("voucher.uses.empty", "voucher.uses.empty.action", "/jobs/new")
                : Empty.nothingYet("voucher.uses.empty");
        var table = Table.of(
                "voucher.uses",
                empty,
                uses.size(),
                Column.text("voucher.column.job"),
                Column.text("voucher.column.held-at"),
                Column.text("voucher.column.state"),
                Column.number("voucher.column.held-for-job"),
                Column.number("voucher.column.paid"));
        return new VoucherPage(
                VoucherWords.tag(voucher.state()),
                terms(voucher, firm, t),
                money(voucher, t),
                t.of("voucher.order-of-use"),
                mayFollow(reader, Permission.READ_LEDGER, voucher)
                        ? "/ledger/accounts/" + voucher.id().account().value()
                        : null,
                table,
                uses.stream()
                        .map(use -> row(use, mayFollow(reader, Permission.READ_JOB, voucher), t))
                        .toList());
    }

    private static boolean mayFollow(Actor reader, Permission permission, VoucherView voucher) {
        return reader.scope(permission).sees(voucher.firm());
    }

    private static List<Fact> terms(VoucherView voucher, String firm, Text t) {
        return List.of(
                Fact.of(t.of("voucher.column.id"), voucher.id().value()),
                Fact.of(t.of("voucher.column.firm"), firm),
                Fact.of(t.of("voucher.column.policy"), voucher.policy()).linked("/policies/" + voucher.policy()),
                Fact.of(t.of("voucher.column.rate"), t.of("voucher.rate", voucher.rate())),
                Fact.of(t.of("voucher.column.mode"), t.of("voucher.mode", voucher.mode())),
                Fact.of(t.of("voucher.column.issued-at"), t.dateTime(voucher.issuedAt())),
                Fact.of(t.of("voucher.column.valid-until"), t.date(voucher.validUntil())));
    }

    /// Parts sum to the amount; what is no longer there went back to the budget.
    private static List<Fact> money(VoucherView voucher, Text t) {
        var returned =
                voucher.amount().minus(voucher.paid()).minus(voucher.held()).minus(voucher.available());
        return List.of(
                Fact.of(t.of("voucher.column.paid"), t.yuan(voucher.paid())),
                Fact.of(t.of("voucher.column.held"), t.yuan(voucher.held())),
                Fact.of(t.of("voucher.column.available"), t.yuan(voucher.available())),
                Fact.of(t.of("voucher.column.returned"), t.yuan(returned)),
                Fact.of(t.of("voucher.column.amount"), t.yuan(voucher.amount())).total());
    }

    private static Row row(VoucherUseView use, boolean isLinked, Text t) {
        var paid = use.paid();
        return new Row(
                use.job(),
                isLinked ? "/jobs/" + use.job() : null,
                t.dateTimeShort(use.heldAt()),
                t.machineTime(use.heldAt()),
                t.yuan(use.held()),
                paid == null ? "" : t.yuan(paid),
                VoucherWords.useTag(use));
    }
}
