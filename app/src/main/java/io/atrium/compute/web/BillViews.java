// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.BillView;
import io.atrium.compute.correction.BillCorrection;
import io.atrium.compute.correction.BillCorrection.Amounts;
import io.atrium.compute.correction.BillCorrection.Cause;
import io.atrium.compute.correction.BillCorrection.Made;
import io.atrium.kernel.Fen;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bills in the reader's words; amounts exact, in yuan.
///
/// @param mayReadPrices whether a price correction may be looked at
record BillViews(Text t, boolean mayReadPrices) {

    List<Fact> parties(BillView bill, String firm, String provider) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("compute.bill.number"), bill.id().value()));
        facts.add(Fact.of(t.of("compute.bill.issued"), t.dateTime(bill.issuedAt())));
        facts.add(Fact.of(t.of("compute.job.firm"), firm));
        facts.add(Fact.of(t.of("compute.provider"), provider));
        facts.add(Fact.of(t.of("compute.pool"), bill.pool()));
        facts.add(subject(bill));
        if (!bill.share().isWhole()) {
            facts.add(Fact.of(t.of("compute.job.share"), t.of("compute.badge.share", bill.share()))
                    .from(t.of("compute.bill.share.basis")));
        }
        return facts;
    }

    private Fact subject(BillView bill) {
        return subject(t, bill);
    }

    /// The job, or the lease and which of its periods.
    static Fact subject(Text t, BillView bill) {
        var subject = bill.subject();
        var fact = Fact.of(t.of(subject.isLease() ? "compute.lease" : "compute.job"), bill.jobName())
                .linked(subject.href());
        return subject.isLease() ? fact.from(t.of("compute.lease.period.of", subject.period())) : fact;
    }

    List<Fact> amounts(BillView bill, boolean linksVoucher) {
        var voucher = Fact.of(t.of("compute.bill.voucher"), t.yuan(bill.voucherPart()));
        return List.of(
                Fact.of(t.of("compute.job.metered"), t.gpuHours(bill.gpuTime()))
                        .from(t.of("compute.job.metered.basis", bill.gpuTime().value())),
                Fact.of(t.of("compute.price"), t.yuan(bill.pricePerGpuHour())),
                bill.voucher() == null || !linksVoucher ? voucher : voucher.linked("/vouchers/" + bill.voucher()),
                Fact.of(t.of("compute.bill.own"), t.yuan(bill.ownPart())),
                Fact.of(t.of("compute.bill.list"), t.yuan(bill.listPrice())).total());
    }

    BillPage.@Nullable History history(List<BillCorrection> versions) {
        if (versions.size() < 2) {
            return null;
        }
        var lines = new ArrayList<BillPage.Line>();
        lines.add(standing("compute.bill.history.issued", versions.getFirst().amounts()));
        for (int i = 1; i < versions.size(); i++) {
            var cause = cause(versions.get(i));
            lines.add(moved(
                    "compute.bill.history.reversal", cause, versions.get(i - 1).amounts(), -1));
            lines.add(moved(
                    "compute.bill.history.correction", cause, versions.get(i).amounts(), 1));
        }
        lines.add(standing("compute.bill.history.now", versions.getLast().amounts()));
        return new BillPage.History(table(lines.size()), lines);
    }

    private BillPage.Line standing(String key, Amounts amounts) {
        return new BillPage.Line(
                t.of(key),
                null,
                t.number(amounts.gpuTime().gpuHours()),
                t.yuan(amounts.pricePerGpuHour()),
                t.yuan(amounts.listPrice()),
                t.yuan(amounts.voucherPart()),
                t.yuan(amounts.ownPart()),
                true);
    }

    private BillPage.Line moved(String key, BillPage.@Nullable Cause cause, Amounts amounts, int sign) {
        var plain = t.number(amounts.gpuTime().gpuHours());
        return new BillPage.Line(
                t.of(key),
                cause,
                (sign < 0 ? "−" : "+") + plain,
                t.yuan(amounts.pricePerGpuHour()),
                change(amounts.listPrice(), sign),
                change(amounts.voucherPart(), sign),
                change(amounts.ownPart(), sign),
                false);
    }

    private String change(Fen amount, int sign) {
        return (sign < 0 ? "−" : "+") + t.yuan(amount);
    }

    private BillPage.@Nullable Cause cause(BillCorrection correction) {
        var made = correction.made();
        return made == null
                ? null
                : new BillPage.Cause(
                        t.dateTimeShort(correction.at()),
                        t.of("compute.bill.cause." + made.cause(), made.reason()),
                        href(made));
    }

    private @Nullable String href(Made made) {
        if (made.cause() == Cause.DISPUTE) {
            return "/bill-disputes/" + made.causeId();
        }
        return mayReadPrices ? "/price-corrections/" + made.causeId() : null;
    }

    private static Table table(int rows) {
        return Table.of(
                "compute.bill.history",
                Empty.nothingYet("compute.bills.none"),
                rows,
                Column.text("compute.bill.history.what"),
                Column.number("compute.bill.gpu-hours"),
                Column.number("compute.price"),
                Column.number("compute.bill.list"),
                Column.number("compute.bill.voucher"),
                Column.number("compute.bill.own"));
    }
}
