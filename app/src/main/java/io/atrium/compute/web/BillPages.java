// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.BillPeriod;
import io.atrium.compute.Bills;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.time.DateTimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/bills` for firms and `/receivables` for providers: the same bills from both sides.
@Controller
class BillPages {

    private final Bills bills;
    private final OrganisationNames names;

    BillPages(Bills bills, OrganisationNames names) {
        this.bills = bills;
        this.names = names;
    }

    @Bean
    static NavItem billsNavItem() {
        return NavItem.needing(Permission.READ_BILL, NavGroup.MONEY, "compute.nav.bills", "/bills", 10);
    }

    @Bean
    static NavItem receivablesNavItem() {
        return NavItem.needing(
                Permission.READ_RECEIVABLE, NavGroup.MONEY, "compute.nav.receivables", "/receivables", 20);
    }

    @GetMapping("/bills")
    PageView list(Actor actor, ListQuery query, Text t) {
        actor.require(Permission.READ_BILL);
        var scope = actor.scope(Permission.READ_BILL);
        var month = month(query);
        var rows = bills.list(scope, month, query.offset(), query.size()).stream()
                .map(bill -> new BillListPage.Row(bill, names.of(t, bill.provider())))
                .toList();
        var table = table("compute.bills.caption", "compute.bills.none", "compute.provider")
                .paged(query, bills.count(scope, month))
                .exported(query);
        var page = new BillListPage(query, filter(), table, rows, bills.totals(scope, month), false);
        return PageView.of("compute/bills", "compute.bills.title", page).under(Crumb.of("insight.nav.home", "/"));
    }

    @GetMapping("/receivables")
    PageView receivables(Actor actor, ListQuery query, Text t) {
        actor.require(Permission.READ_RECEIVABLE);
        var scope = actor.scope(Permission.READ_RECEIVABLE);
        var month = month(query);
        var rows = bills.receivables(scope, month, query.offset(), query.size()).stream()
                .map(bill -> new BillListPage.Row(bill, names.of(t, bill.firm())))
                .toList();
        var table = table("compute.receivables.caption", "compute.receivables.none", "compute.job.firm")
                .paged(query, bills.countReceivables(scope, month))
                .exported(query);
        var page = new BillListPage(query, filter(), table, rows, bills.receivableTotals(scope, month), true);
        return PageView.of("compute/bills", "compute.receivables.title", page).under(Crumb.of("insight.nav.home", "/"));
    }

    /// `?month=2026-11`, or one day, `?month=2026-11-24`; anything else shows all.
    static @Nullable BillPeriod month(ListQuery query) {
        try {
            return query.filter("month").isEmpty() ? null : BillPeriod.parse(query.filter("month"));
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static List<Field> filter() {
        return List.of(Field.text("month", "compute.bills.month").small().hint("compute.bills.month.hint"));
    }

    private static Table table(String caption, String none, String other) {
        return Table.of(
                caption,
                Empty.nothingYet(none),
                0,
                Column.text("compute.bill.issued"),
                Column.text("compute.job"),
                Column.text(other),
                Column.number("compute.bill.gpu-hours"),
                Column.number("compute.bill.list"),
                Column.number("compute.bill.voucher"),
                Column.number("compute.bill.own"),
                Column.text("compute.bill.corrected"));
    }
}
