// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.web;

import io.atrium.identity.Organisations;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.voucher.VoucherFilter;
import io.atrium.voucher.VoucherId;
import io.atrium.voucher.VoucherState;
import io.atrium.voucher.Vouchers;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/vouchers`: a firm's vouchers, or everybody's for those who may see them.
@Controller
class VoucherPages {
    private static final int USES_MAX = 200;

    private final Vouchers vouchers;
    private final Organisations organisations;

    VoucherPages(Vouchers vouchers, Organisations organisations) {
        this.vouchers = vouchers;
        this.organisations = organisations;
    }

    @Bean
    static NavItem vouchersNavItem() {
        return NavItem.needing(Permission.READ_VOUCHER, NavGroup.BENEFITS, "voucher.nav", "/vouchers", 30);
    }

    @GetMapping("/vouchers")
    PageView list(Actor actor, ListQuery query, Text t) {
        actor.require(Permission.READ_VOUCHER);
        var scope = actor.scope(Permission.READ_VOUCHER);
        var filter = new VoucherFilter(null, state(query.filter("state")).orElse(null));
        var found = vouchers.list(scope, filter, query.offset(), query.size());
        int count = vouchers.count(scope, filter);
        var page = VoucherListPage.of(found, count, query, scope instanceof Scope.All, firm -> nameOf(firm, t), t);
        return PageView.of("voucher/list", "voucher.list.title", page);
    }

    @GetMapping("/vouchers/{id}")
    PageView voucher(Actor actor, @PathVariable VoucherId id, Text t) {
        var voucher = vouchers.find(actor.scope(Permission.READ_VOUCHER), id)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var page = VoucherPage.of(voucher, vouchers.uses(id, USES_MAX), nameOf(voucher.firm(), t), actor, t);
        return PageView.of("voucher/voucher", "voucher.title", page, voucher.amount())
                .under(Crumb.of("voucher.list.title", "/vouchers"));
    }

    private String nameOf(OrgId firm, Text t) {
        return organisations
                .find(firm)
                .map(found -> t.lang() == Lang.ZH ? found.nameZh() : found.nameEn())
                .orElse(firm.value());
    }

    private static Optional<VoucherState> state(String name) {
        return Arrays.stream(VoucherState.values())
                .filter(state -> state.name().equals(name))
                .findFirst();
    }
}
