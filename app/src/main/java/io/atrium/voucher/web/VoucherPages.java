// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.web;

import io.atrium.identity.OrganisationView;
import io.atrium.identity.Organisations;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.voucher.JobTitles;
import io.atrium.voucher.VoucherFilter;
import io.atrium.voucher.VoucherId;
import io.atrium.voucher.VoucherNames;
import io.atrium.voucher.VoucherRemarks;
import io.atrium.voucher.VoucherState;
import io.atrium.voucher.VoucherUseView;
import io.atrium.voucher.VoucherView;
import io.atrium.voucher.Vouchers;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/vouchers`: a firm's vouchers, or everybody's for those who may see them.
@Controller
class VoucherPages {
    private static final int USES_MAX = 200;

    private final Vouchers vouchers;
    private final VoucherNames names;
    private final ObjectProvider<JobTitles> jobs;
    private final ObjectProvider<VoucherRemarks> remarks;
    private final Organisations organisations;
    private final BusinessClock clock;
    private final Sheets sheets;

    VoucherPages(
            Vouchers vouchers,
            VoucherNames names,
            ObjectProvider<JobTitles> jobs,
            ObjectProvider<VoucherRemarks> remarks,
            Organisations organisations,
            BusinessClock clock,
            Sheets sheets) {
        this.vouchers = vouchers;
        this.names = names;
        this.jobs = jobs;
        this.remarks = remarks;
        this.organisations = organisations;
        this.clock = clock;
        this.sheets = sheets;
    }

    @Bean
    static NavItem vouchersNavItem() {
        return NavItem.needing(Permission.READ_VOUCHER, NavGroup.BENEFITS, "voucher.nav", "/vouchers", 30);
    }

    @GetMapping("/vouchers")
    PageView list(Actor actor, ListQuery query, Text t) {
        actor.require(Permission.READ_VOUCHER);
        var scope = actor.scope(Permission.READ_VOUCHER);
        var filter = filter(query);
        var found = vouchers.list(scope, filter, query.offset(), query.size());
        int count = vouchers.count(scope, filter);
        var firms = firms(found, t);
        var words = new VoucherListPage.Words(
                names.in(t),
                firm -> firms.getOrDefault(firm, firm.value()),
                clock.today(),
                actor.may(Permission.READ_ENTITLEMENT));
        var page = VoucherListPage.of(found, count, query, scope instanceof Scope.All, words, t);
        return PageView.of("voucher/list", "voucher.list.title", page).under(Crumb.of("insight.nav.home", "/"));
    }

    @GetMapping("/vouchers/export")
    ResponseEntity<byte[]> export(Actor actor, Text t, ListQuery query, SheetFormat format) {
        actor.require(Permission.READ_VOUCHER);
        var scope = actor.scope(Permission.READ_VOUCHER);
        var filter = filter(query);
        var rows = SheetRows.paged(
                vouchers.count(scope, filter),
                (page, size) -> vouchers.list(scope, filter, (long) (page - 1) * size, size));
        return sheets.answer(sheet(t), rows, new SheetAsk(format, query, t));
    }

    @GetMapping("/vouchers/{id}")
    PageView voucher(Actor actor, @PathVariable VoucherId id, Text t) {
        var voucher = vouchers.find(actor.scope(Permission.READ_VOUCHER), id)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var uses = vouchers.uses(id, USES_MAX);
        var called = names.in(t);
        var firm = firms(List.of(voucher), t).getOrDefault(voucher.firm(), "");
        var words = new VoucherPage.Words(called, firm, jobs(uses), clock.today(), remark(actor, voucher, t));
        return PageView.of(
                        "voucher/voucher",
                        "voucher.page.title",
                        VoucherPage.of(voucher, uses, words, actor, t),
                        called.of(voucher),
                        voucher.amount())
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("voucher.list.title", "/vouchers"));
    }

    /// Only of a voucher that would pay for jobs now.
    private VoucherRemarks.@Nullable Remark remark(Actor actor, VoucherView voucher, Text t) {
        if (voucher.state() != VoucherState.ACTIVE || !voucher.mode().paysJobs()) {
            return null;
        }
        return remarks.stream()
                .flatMap(source -> source.of(actor, voucher.firm(), t).stream())
                .findFirst()
                .orElse(null);
    }

    private Map<String, String> jobs(Collection<VoucherUseView> uses) {
        var titles = jobs.getIfAvailable();
        return titles == null
                ? Map.of()
                : titles.of(uses.stream().map(VoucherUseView::job).toList());
    }

    private Map<OrgId, String> firms(Collection<VoucherView> found, Text t) {
        var ids = found.stream().map(VoucherView::firm).collect(Collectors.toSet());
        return organisations.findAll(Set.copyOf(ids)).stream()
                .collect(Collectors.toMap(OrganisationView::id, firm -> name(firm, t)));
    }

    private static String name(OrganisationView firm, Text t) {
        return t.lang() == Lang.ZH ? firm.nameZh() : firm.nameEn();
    }

    private Sheet<VoucherView> sheet(Text t) {
        var called = names.in(t);
        return Sheet.<VoucherView>named("voucher.list.title")
                .text("voucher.column.voucher", called::of)
                .text("voucher.column.id", voucher -> voucher.id().value())
                .text(
                        "voucher.column.firm",
                        voucher -> firms(List.of(voucher), t).get(voucher.firm()))
                .text("voucher.column.pays", voucher -> VoucherWords.pays(t, voucher))
                .text("voucher.column.state", voucher -> t.of("voucher.state", voucher.state()))
                .money("voucher.column.amount", VoucherView::amount)
                .money("voucher.column.paid", VoucherView::paid)
                .money("voucher.column.held", VoucherView::held)
                .money("voucher.column.available", VoucherView::available)
                .moment("voucher.column.issued-at", VoucherView::issuedAt)
                .date("voucher.column.valid-until", VoucherView::validUntil);
    }

    private static VoucherFilter filter(ListQuery query) {
        return new VoucherFilter(null, state(query.filter("state")).orElse(null));
    }

    private static Optional<VoucherState> state(String name) {
        return Arrays.stream(VoucherState.values())
                .filter(state -> state.name().equals(name))
                .findFirst();
    }
}
