// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.account.CreditLines;
import io.atrium.compute.credit.CreditBillFilter;
import io.atrium.compute.credit.CreditBillState;
import io.atrium.compute.credit.CreditBills;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.voucher.VoucherRemarks;
import io.atrium.web.component.Tile;
import io.atrium.web.deadline.Dues;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Monthly bills where people look first: what a firm has to pay on its desk, console and vouchers; what is overdue on
/// the desks of those who look after it.
@Component
class CreditDesk implements VoucherRemarks {

    private static final CreditBillFilter OVERDUE = new CreditBillFilter(CreditBillFilter.Standing.OVERDUE, null, "");
    private static final String OVERDUE_HREF = "/credit-bills?standing=overdue";

    private final CreditBills bills;
    private final CreditLines lines;
    private final Dues dues;

    CreditDesk(CreditBills bills, CreditLines lines, Dues dues) {
        this.bills = bills;
        this.lines = lines;
        this.dues = dues;
    }

    /// The bill that a firm has to pay next.
    List<DeskItem> toPay(Actor actor, Text t) {
        if (actor.kind() != OrgKind.FIRM || !actor.may(Permission.READ_CREDIT_BILL)) {
            return List.of();
        }
        return bills.nextToPay(actor.organisation()).stream()
                .map(bill -> new DeskItem(
                        t.of("compute.credit.desk.pay", bill.month().toString(), bill.left()),
                        t.of("compute.credit.desk.pay.action"),
                        "/credit-bills/" + bill.id(),
                        dues.at(CreditBillViews.end(bill.dueOn()))))
                .toList();
    }

    /// How many bills are overdue, for whoever records payments.
    List<DeskItem> overdue(Actor actor, Text t) {
        if (!actor.may(Permission.RECORD_PAYMENT)) {
            return List.of();
        }
        var scope = actor.scope(Permission.READ_CREDIT_BILL);
        int count = bills.count(scope, OVERDUE);
        return count == 0
                ? List.of()
                : List.of(new DeskItem(
                        t.of("compute.credit.desk.overdue", count, bills.left(scope, OVERDUE)),
                        t.of("compute.credit.desk.overdue.action"),
                        OVERDUE_HREF,
                        null));
    }

    /// The same as a figure, for officers who look on.
    Tile tile(Actor actor, Text t) {
        var scope = actor.scope(Permission.READ_CREDIT_BILL);
        return Tile.of(
                        t.of("compute.credit.tile.overdue"),
                        new Figure(t.number(bills.count(scope, OVERDUE)), t.of("compute.desk.bills.unit")),
                        OVERDUE_HREF)
                .note(t.of("compute.credit.tile.overdue.sum", bills.left(scope, OVERDUE)));
    }

    /// What keeps a firm from holding as much as it is used to, or soon will.
    List<ConsoleStrip.Warning> warnings(Actor actor, Text t) {
        return bills
                .nextToPay(actor.organisation())
                .filter(bill -> bill.isLineReduced() || bills.state(bill) != CreditBillState.DUE)
                .map(bill -> new ConsoleStrip.Warning(
                        bill.isLineReduced()
                                ? reduced(t, actor.organisation())
                                : t.of(
                                        "compute.credit.warning.overdue",
                                        bill.month().toString(),
                                        bill.left(),
                                        bill.dueOn(),
                                        bills.reducedAfter(bill),
                                        bills.reducedLinePercent()),
                        t.of(
                                mayOpen(actor, bill.firm())
                                        ? "compute.credit.warning.action"
                                        : "compute.credit.warning.ask"),
                        mayOpen(actor, bill.firm()) ? "/credit-bills/" + bill.id() : "/help#person"))
                .stream()
                .toList();
    }

    @Override
    public Optional<Remark> of(Actor actor, OrgId firm, Text t) {
        return lines.reduction(firm)
                .map(found -> new Remark(
                        reduced(t, firm),
                        t.of(mayOpen(actor, firm) ? "compute.credit.warning.action" : "compute.credit.warning.ask"),
                        mayOpen(actor, firm) ? "/credit-bills/" + found.bill() : "/help#person"));
    }

    private String reduced(Text t, OrgId firm) {
        return lines.reduction(firm)
                .map(found ->
                        t.of("compute.credit.warning.reduced", found.owed(), found.dueOn(), bills.reducedLinePercent()))
                .orElse("");
    }

    private static boolean mayOpen(Actor actor, OrgId firm) {
        return actor.scope(Permission.READ_CREDIT_BILL).sees(firm);
    }
}
