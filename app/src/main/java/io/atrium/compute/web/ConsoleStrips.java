// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.BalanceWarning;
import io.atrium.compute.BillPeriod;
import io.atrium.compute.BillTotals;
import io.atrium.compute.Bills;
import io.atrium.compute.QuotaView;
import io.atrium.compute.Quotas;
import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.voucher.VoucherFilter;
import io.atrium.voucher.VoucherNames;
import io.atrium.voucher.VoucherState;
import io.atrium.voucher.VoucherView;
import io.atrium.voucher.VoucherWarning;
import io.atrium.voucher.Vouchers;
import io.atrium.web.component.Tile;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Makes the strip of a firm's compute pages: quota, use, holds, vouchers with their last day, spending of the month.
@Component
class ConsoleStrips {

    /// Vouchers with a line of their own, those that end first; a firm has a handful.
    private static final int LINES_MAX = 4;

    private static final int VOUCHERS_MAX = 200;
    private static final VoucherFilter ACTIVE = new VoucherFilter(null, VoucherState.ACTIVE);

    private final Quotas quotas;
    private final Bills bills;
    private final Vouchers vouchers;
    private final VoucherNames names;
    private final CreditDesk credit;
    private final BudgetDesk budgets;
    private final BusinessClock clock;

    ConsoleStrips(
            Quotas quotas,
            Bills bills,
            Vouchers vouchers,
            VoucherNames names,
            CreditDesk credit,
            BudgetDesk budgets,
            BusinessClock clock) {
        this.quotas = quotas;
        this.bills = bills;
        this.vouchers = vouchers;
        this.names = names;
        this.credit = credit;
        this.budgets = budgets;
        this.clock = clock;
    }

    /// Empty for those who do not read for a firm of their own.
    Optional<ConsoleStrip> of(Actor actor, Text t) {
        if (actor.kind() != OrgKind.FIRM || !(actor.scope(Permission.READ_JOB) instanceof Scope.Own)) {
            return Optional.empty();
        }
        var quota = quotas.of(actor.organisation());
        var active = vouchers.list(actor.scope(Permission.READ_VOUCHER), ACTIVE, 0, VOUCHERS_MAX).stream()
                .sorted(Comparator.comparing(VoucherView::validUntil))
                .toList();
        var called = names.in(t);
        return Optional.of(new ConsoleStrip(
                Stream.concat(tiles(actor, quota, active, t).stream(), budgets.tile(actor, t).stream())
                        .toList(),
                active.stream()
                        .limit(LINES_MAX)
                        .map(each -> line(each, called, t))
                        .toList(),
                Math.max(0, active.size() - LINES_MAX),
                allWarnings(actor, quota, t)));
    }

    /// What may keep a job from being submitted, whatever it is.
    List<ConsoleStrip.Warning> beforeSubmission(Actor actor, Text t) {
        return Stream.of(credit.warnings(actor, t), budgets.warnings(actor, t))
                .flatMap(List::stream)
                .toList();
    }

    private List<ConsoleStrip.Warning> allWarnings(Actor actor, QuotaView quota, Text t) {
        return Stream.of(beforeSubmission(actor, t), warnings(quota, t))
                .flatMap(List::stream)
                .toList();
    }

    private List<Tile> tiles(Actor actor, QuotaView quota, List<VoucherView> active, Text t) {
        var voucherHeld = sum(active.stream().map(VoucherView::held).toList());
        var available = sum(active.stream().map(VoucherView::available).toList());
        var month = YearMonth.from(clock.today());
        var spent = bills.totals(new Scope.Own(actor.organisation()), BillPeriod.of(month));
        boolean maySeeBills = actor.may(Permission.READ_CREDIT_BILL);
        return List.of(
                Tile.of(
                                t.of("compute.tile.gpus"),
                                new Figure(GpuWords.number(t, quota.gpusInUse()), "/ " + t.number(quota.gpusMax())),
                                "/jobs?state=open")
                        .note(gpusNote(quota, t)),
                Tile.of(t.of("compute.tile.gpu-time"), t.gpuHoursRounded(quota.gpuTimeLeft()), "/jobs")
                        .note(t.of("compute.tile.gpu-time.held", quota.gpuTimeHeld())),
                Tile.of(
                                t.of("compute.tile.held"),
                                t.moneyRounded(quota.ownHeld().plus(voucherHeld)),
                                "/jobs?state=open")
                        .note(t.of("compute.tile.held.parts", voucherHeld, quota.ownHeld())),
                Tile.of(t.of("compute.tile.vouchers"), t.moneyRounded(available), "/vouchers?state=ACTIVE")
                        .note(t.of("compute.tile.vouchers.count", active.size())),
                Tile.of(
                                t.of("compute.tile.credit"),
                                t.moneyRounded(quota.creditLeft()),
                                maySeeBills ? "/credit-bills" : null)
                        .note(t.of("compute.tile.credit.line", quota.creditLine())),
                spent(month, spent, actor.may(Permission.READ_LEDGER), t));
    }

    private static String gpusNote(QuotaView quota, Text t) {
        return quota.gpusBorrowed().isPositive()
                ? t.of("compute.tile.gpus.borrowed", quota.gpusWaiting(), quota.gpusBorrowed())
                : t.of("compute.tile.gpus.waiting", quota.gpusWaiting());
    }

    private static Tile spent(YearMonth month, BillTotals spent, boolean mayRead, Text t) {
        var href = mayRead ? "/statements/" + month : null;
        return Tile.of(t.of("compute.tile.spent"), t.moneyRounded(spent.listPrice()), href)
                .note(t.of("compute.tile.spent.parts", spent.voucherPart(), spent.ownPart()));
    }

    private ConsoleStrip.VoucherLine line(VoucherView voucher, VoucherNames.Names called, Text t) {
        var left = VoucherWarning.of(voucher, clock.today())
                .filter(warning -> warning.kind() == VoucherWarning.Kind.ENDS_SOON)
                .map(warning -> t.of("voucher.days-left", warning.daysLeft()))
                .orElse(null);
        return new ConsoleStrip.VoucherLine(
                called.of(voucher),
                "/vouchers/" + voucher.id(),
                t.money(voucher.available()),
                t.date(voucher.validUntil()),
                left);
    }

    static List<ConsoleStrip.Warning> warnings(QuotaView quota, Text t) {
        return BalanceWarning.of(quota).stream()
                .map(warning -> switch (warning) {
                    case CREDIT_LOW ->
                        new ConsoleStrip.Warning(
                                t.of("compute.warning.CREDIT_LOW", quota.creditLeft(), quota.creditLine()),
                                t.of("compute.warning.CREDIT_LOW.action"),
                                "/credit-bills");
                    case GPU_TIME_LOW ->
                        new ConsoleStrip.Warning(
                                t.of("compute.warning.GPU_TIME_LOW", quota.gpuTimeLeft(), quota.gpuTimeGranted()),
                                t.of("compute.warning.GPU_TIME_LOW.action"),
                                "/jobs?state=open");
                })
                .toList();
    }

    private static Fen sum(List<Fen> amounts) {
        return amounts.stream().reduce(Fen.ZERO, Fen::plus);
    }
}
