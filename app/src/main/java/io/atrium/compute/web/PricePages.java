// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.PoolView;
import io.atrium.compute.Pools;
import io.atrium.compute.lease.LeasePrices;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/prices`: the price list and the capacity, open to everybody.
@Controller
class PricePages {

    private final Pools pools;
    private final LeasePrices leases;

    PricePages(Pools pools, LeasePrices leases) {
        this.pools = pools;
        this.leases = leases;
    }

    @Bean
    static NavItem pricesNavItem() {
        return NavItem.open(NavGroup.COMPUTE, "compute.nav.prices", "/prices", 30);
    }

    @GetMapping("/prices")
    PageView list(@Nullable Actor actor, Text t) {
        var rows = pools.list().stream()
                .map(pool ->
                        new PriceListPage.Row(pool, provider(t, pool), GpuWords.card(t, pool), GpuWords.shape(t, pool)))
                .toList();
        var table = Table.of(
                "compute.prices.caption",
                Empty.nothingYet("compute.prices.none"),
                rows.size(),
                Column.text("compute.pool"),
                Column.text("compute.provider"),
                Column.text("compute.gpu-model"),
                Column.number("compute.price"),
                Column.number("compute.prices.nodes"),
                Column.number("compute.prices.gpus"),
                Column.number("compute.prices.free"),
                Column.text("compute.prices.since"));
        var maySubmit = actor != null && actor.may(Permission.SUBMIT_JOB);
        var mayRent = actor != null && actor.may(Permission.RENT_GPUS);
        return PageView.of(
                "compute/prices", "compute.prices.title", PriceListPage.of(table, rows, maySubmit, leases(t), mayRent));
    }

    private List<PriceListPage.LeaseRow> leases(Text t) {
        return leases.inForce().stream()
                .map(step -> new PriceListPage.LeaseRow(
                        step.pool(),
                        t.of("compute.lease.price.from-days", step.daysMin()),
                        t.yuan(step.pricePerGpuHour()),
                        t.dateShort(step.from().atZone(BusinessClock.ZONE).toLocalDate())))
                .toList();
    }

    private static String provider(Text t, PoolView pool) {
        return t.lang() == Lang.ZH ? pool.providerNameZh() : pool.providerNameEn();
    }
}
