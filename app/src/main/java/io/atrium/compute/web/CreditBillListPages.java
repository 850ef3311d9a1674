// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.credit.CreditBillFilter;
import io.atrium.compute.credit.CreditBillFilter.Standing;
import io.atrium.compute.credit.CreditBillView;
import io.atrium.compute.credit.CreditBills;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Tab;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/credit-bills`: a firm's monthly bills; for operator, officer and auditor those of all firms, overdue ones apart.
@Controller
class CreditBillListPages {

    private final CreditBills bills;
    private final OrganisationNames names;
    private final Sheets sheets;

    CreditBillListPages(CreditBills bills, OrganisationNames names, Sheets sheets) {
        this.bills = bills;
        this.names = names;
        this.sheets = sheets;
    }

    @Bean
    static NavItem creditBillsNavItem() {
        return NavItem.needing(
                Permission.READ_CREDIT_BILL, NavGroup.MONEY, "compute.nav.credit-bills", "/credit-bills", 15);
    }

    @GetMapping("/credit-bills")
    PageView list(Actor actor, ListQuery query, Text t) {
        actor.require(Permission.READ_CREDIT_BILL);
        var scope = actor.scope(Permission.READ_CREDIT_BILL);
        var filter = filter(query);
        var ofManyFirms = !(scope instanceof Scope.Own);
        var listed = bills.list(scope, filter, query.offset(), query.size());
        var firms = names.of(t, listed.stream().map(CreditBillView::firm).toList());
        var views = new CreditBillViews(t);
        var page = new CreditBillPage.Listed(
                query,
                fields(ofManyFirms),
                tabs(scope, query, t),
                CreditBillViews.listTable(ofManyFirms)
                        .paged(query, bills.count(scope, filter))
                        .exported(query),
                listed.stream()
                        .map(bill -> views.row(bill, bills.state(bill), firms.getOrDefault(bill.firm(), "")))
                        .toList(),
                t.yuan(bills.left(scope, filter)),
                ofManyFirms);
        return PageView.of("compute/credit-bills", "compute.credit.title", page)
                .under(Crumb.of("insight.nav.home", "/"));
    }

    @GetMapping("/credit-bills/export")
    ResponseEntity<byte[]> export(Actor actor, ListQuery query, Text t, SheetFormat format) {
        actor.require(Permission.READ_CREDIT_BILL);
        var scope = actor.scope(Permission.READ_CREDIT_BILL);
        var filter = filter(query);
        var rows = SheetRows.paged(
                bills.count(scope, filter), (page, size) -> bills.list(scope, filter, (long) (page - 1) * size, size));
        return sheets.answer(sheet(t), rows, new SheetAsk(format, query, t));
    }

    private Sheet<CreditBillView> sheet(Text t) {
        var known = new HashMap<OrgId, String>();
        return Sheet.<CreditBillView>named("compute.credit.title")
                .text("compute.credit.month", bill -> bill.month().toString())
                .text("compute.bill.number", bill -> bill.id().value())
                .text("compute.job.firm", bill -> known.computeIfAbsent(bill.firm(), id -> names.of(t, id)))
                .money("compute.credit.opening", bill -> bill.sums().opening())
                .money("compute.credit.used", bill -> bill.sums().used())
                .money("compute.credit.kind.PAYMENT", bill -> bill.sums().paid())
                .money("compute.credit.closing", bill -> bill.sums().closing())
                .money("compute.credit.amount", CreditBillView::amount)
                .money("compute.credit.received", CreditBillView::received)
                .money("compute.credit.left", CreditBillView::left)
                .date("compute.credit.due-on", CreditBillView::dueOn)
                .text("compute.credit.state", bill -> t.of("compute.credit.state", bills.state(bill)));
    }

    private static List<Field> fields(boolean ofManyFirms) {
        var fields = new ArrayList<Field>();
        if (ofManyFirms) {
            fields.add(Field.of(FieldKind.SEARCH, "q", "compute.credit.words").small());
        }
        fields.add(Field.text("month", "compute.credit.month").small().hint("compute.credit.month.hint"));
        return fields;
    }

    private List<Tab> tabs(Scope scope, ListQuery query, Text t) {
        var chosen = query.filter("standing");
        var filter = filter(query);
        return Stream.concat(
                        Stream.of(Optional.<Standing>empty()),
                        Arrays.stream(Standing.values()).map(Optional::of))
                .map(standing -> tab(scope, filter, standing.orElse(null), chosen, t))
                .toList();
    }

    private Tab tab(Scope scope, CreditBillFilter filter, @Nullable Standing standing, String chosen, Text t) {
        var name = standing == null ? "" : standing.name().toLowerCase(Locale.ROOT);
        var shown = new CreditBillFilter(standing, filter.month(), filter.words());
        return Tab.of(
                        t.of("compute.credit.tab." + (name.isEmpty() ? "all" : name)),
                        name.isEmpty() ? "/credit-bills" : "/credit-bills?standing=" + name,
                        chosen.equals(name))
                .counting(bills.count(scope, shown));
    }

    static CreditBillFilter filter(ListQuery query) {
        return new CreditBillFilter(
                standing(query.filter("standing")), month(query.filter("month")), query.filter("q"));
    }

    private static @Nullable Standing standing(String name) {
        return Arrays.stream(Standing.values())
                .filter(standing -> standing.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable YearMonth month(String written) {
        try {
            return written.isEmpty() ? null : YearMonth.parse(written);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
