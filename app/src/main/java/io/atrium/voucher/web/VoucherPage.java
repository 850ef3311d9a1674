// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.web;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.voucher.PaymentMode;
import io.atrium.voucher.VoucherNames;
import io.atrium.voucher.VoucherRemarks;
import io.atrium.voucher.VoucherState;
import io.atrium.voucher.VoucherUseView;
import io.atrium.voucher.VoucherView;
import io.atrium.voucher.redemption.RedemptionId;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a voucher's page shows: terms, where its money is, and which jobs used it; links only where the reader may go.
///
/// @param remark what keeps the voucher from being used now
public record VoucherPage(
        Tag state,
        List<Fact> terms,
        List<Fact> money,
        String orderOfUse,
        VoucherRemarks.@Nullable Remark remark,
        @Nullable String redeemHref,
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

    static VoucherPage of(VoucherView voucher, List<VoucherUseView> uses, Words words, Actor reader, Text t) {
        var empty = voucher.state() == VoucherState.ACTIVE && !isRedeemed(voucher) && reader.may(Permission.SUBMIT_JOB)
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
                terms(voucher, words, t),
                money(voucher, t),
                t.of(isRedeemed(voucher) ? "voucher.redemption.lead" : "voucher.order-of-use"),
                words.remark(),
                isRedeemed(voucher)
                                && voucher.state() == VoucherState.ACTIVE
                                && mayFollow(reader, Permission.REDEEM_VOUCHER, voucher)
                        ? "/vouchers/" + voucher.id() + "/redemptions/new"
                        : null,
                mayFollow(reader, Permission.READ_LEDGER, voucher)
                        ? "/ledger/accounts/" + voucher.id().account().value()
                        : null,
                table,
                uses.stream()
                        .map(use -> row(use, words, mayFollow(reader, Permission.READ_JOB, voucher), t))
                        .toList());
    }

    private static boolean isRedeemed(VoucherView voucher) {
        return voucher.mode() == PaymentMode.PAY_THEN_REDEEM;
    }

    private static boolean mayFollow(Actor reader, Permission permission, VoucherView voucher) {
        return reader.scope(permission).sees(voucher.firm());
    }

    /// What the page needs besides the voucher.
    ///
    /// @param jobs names of the jobs that used it, by id
    record Words(
            VoucherNames.Names names,
            String firm,
            Map<String, String> jobs,
            LocalDate today,
            VoucherRemarks.@Nullable Remark remark) {}

    private static List<Fact> terms(VoucherView voucher, Words words, Text t) {
        var left = VoucherWords.left(t, voucher, words.today());
        var until = Fact.of(t.of("voucher.column.valid-until"), t.date(voucher.validUntil()));
        return List.of(
                Fact.of(t.of("voucher.column.pays"), VoucherWords.pays(t, voucher)),
                Fact.of(t.of("voucher.column.firm"), words.firm()),
                Fact.of(t.of("voucher.column.policy"), words.names().policy(voucher))
                        .linked("/policies/" + voucher.policy()),
                Fact.of(
                        t.of("voucher.column.rate"),
                        t.of(isRedeemed(voucher) ? "voucher.rate.redeem" : "voucher.rate", voucher.rate())),
                Fact.of(t.of("voucher.column.mode"), t.of("voucher.mode", voucher.mode())),
                Fact.of(t.of("voucher.column.issued-at"), t.dateTime(voucher.issuedAt())),
                left == null ? until : until.from(left),
                Fact.of(t.of("voucher.column.id"), voucher.id().value()));
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

    /// A job, or the lease of a period that is named `lse_….2`.
    private static String href(String use) {
        if (RedemptionId.isOne(use)) {
            return "/redemptions/" + use;
        }
        return use.startsWith("lse_") ? "/leases/" + use.replaceFirst("\\..*", "") : "/jobs/" + use;
    }

    private static Row row(VoucherUseView use, Words words, boolean isLinked, Text t) {
        var paid = use.paid();
        return new Row(
                RedemptionId.isOne(use.job())
                        ? t.of("voucher.redemption.named", use.held())
                        : words.jobs().getOrDefault(use.job(), use.job()),
                isLinked || RedemptionId.isOne(use.job()) ? href(use.job()) : null,
                t.dateTimeShort(use.heldAt()),
                t.machineTime(use.heldAt()),
                t.yuan(use.held()),
                paid == null ? "" : t.yuan(paid),
                VoucherWords.useTag(use));
    }
}
