// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.BillPeriod;
import io.atrium.compute.BillTotals;
import io.atrium.compute.Bills;
import io.atrium.compute.PoolView;
import io.atrium.compute.Pools;
import io.atrium.compute.engine.Engines;
import io.atrium.compute.share.FairShares;
import io.atrium.compute.status.PoolNotices;
import io.atrium.compute.status.PoolPrices;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Crumb;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tile;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.time.YearMonth;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/provider`: a provider's own pools, their use and prices, what is owed for the month, and announcements.
@Controller
class ProviderPages {

    private final Pools pools;
    private final PoolNotices notices;
    private final PoolPrices prices;
    private final Bills bills;
    private final Engines engines;
    private final FairShares shares;
    private final BusinessClock clock;

    ProviderPages(
            Pools pools,
            PoolNotices notices,
            PoolPrices prices,
            Bills bills,
            Engines engines,
            FairShares shares,
            BusinessClock clock) {
        this.pools = pools;
        this.notices = notices;
        this.prices = prices;
        this.bills = bills;
        this.engines = engines;
        this.shares = shares;
        this.clock = clock;
    }

    @Bean
    static NavItem providerNavItem() {
        return NavItem.needing(Permission.OPERATE_POOL, NavGroup.COMPUTE, "compute.nav.provider", "/provider", 5);
    }

    @GetMapping("/provider")
    PageView show(Actor actor, Text t) {
        actor.require(Permission.OPERATE_POOL);
        var scope = actor.scope(Permission.OPERATE_POOL);
        var views = new StatusViews(t, clock.instant(), shares.lentByPools());
        var own = pools.list().stream()
                .filter(pool -> scope.sees(pool.provider()))
                .toList();
        var coming = prices.coming();
        var noticeRows = notices.list(scope).stream()
                .map(notice -> views.notice(notice, _ -> true))
                .toList();
        var engineOf = engines.ofPools();
        boolean isOfAll = scope instanceof Scope.All;
        var page = new ProviderPage(
                isOfAll,
                tiles(actor, own, t),
                table(own.size(), actor.may(Permission.JOIN_AS_PROVIDER)),
                own.stream()
                        .map(pool -> row(pool, views, coming, EngineNames.of(t, engineOf.apply(pool.id()))))
                        .toList(),
                StatusViews.noticeTable(noticeRows.size()),
                noticeRows);
        return PageView.of("compute/provider", isOfAll ? "compute.provider.title.all" : "compute.provider.title", page)
                .under(Crumb.of("insight.nav.home", "/"));
    }

    private List<Tile> tiles(Actor actor, List<PoolView> own, Text t) {
        var month = YearMonth.from(clock.today());
        var owed = bills.receivableTotals(actor.scope(Permission.READ_RECEIVABLE), BillPeriod.of(month));
        return List.of(
                inUse(t, own),
                Tile.of(
                        t.of("compute.provider.tile.free"),
                        new Figure(
                                GpuWords.number(t, PoolView.sum(own, PoolView.Capacity::gpusFree)),
                                t.of("compute.unit.gpus")),
                        "/prices"),
                owed(t, owed, month));
    }

    private static Tile inUse(Text t, List<PoolView> own) {
        var figure = new Figure(
                GpuWords.number(t, PoolView.sum(own, PoolView.Capacity::gpusInUse)),
                "/ "
                        + t.number(own.stream()
                                .mapToInt(pool -> pool.capacity().gpus())
                                .sum()));
        var tile = Tile.of(t.of("compute.provider.tile.in-use"), figure, "/jobs?state=open");
        var simulated = PoolView.sum(own, PoolView.Capacity::gpusSimulated);
        return !simulated.isPositive() ? tile : tile.note(t.of("compute.simulated.note", simulated));
    }

    private static Tile owed(Text t, BillTotals owed, YearMonth month) {
        return Tile.of(
                        t.of("compute.provider.tile.owed"),
                        t.moneyRounded(owed.listPrice()),
                        "/receivables?month=" + month)
                .note(t.of("compute.provider.tile.delivered", owed.gpuTime()));
    }

    private static ProviderPage.Row row(
            PoolView pool, StatusViews views, List<PoolPrices.DatedPrice> coming, String engine) {
        var t = views.t();
        var next = coming.stream()
                .filter(price -> price.pool().equals(pool.id()))
                .map(price -> t.of(
                        "compute.provider.price.from",
                        t.yuan(price.pricePerGpuHour()),
                        price.from().atZone(BusinessClock.ZONE).toLocalDate()))
                .toList();
        return new ProviderPage.Row(
                views.pool(pool),
                t.yuan(pool.pricePerGpuHour()),
                t.dateShort(pool.priceSince().atZone(BusinessClock.ZONE).toLocalDate()),
                next,
                "/provider/pools/" + pool.id() + "/price",
                pool.shape().share().isWhole() ? "/provider/pools/" + pool.id() + "/lease-price" : null,
                engine,
                "/provider/pools/" + pool.id() + "/engine");
    }

    private static Table table(int rows, boolean mayJoin) {
        return Table.of(
                "compute.provider.pools",
                mayJoin
                        ? Empty.nothingYet("compute.provider.none", "compute.joining.start.title", JoiningCourse.NEW)
                        : Empty.nothingYet("compute.provider.none"),
                rows,
                Column.text("compute.pool"),
                Column.text("compute.gpu-model"),
                Column.text("compute.status.state"),
                Column.number("compute.prices.gpus"),
                Column.number("compute.status.in-use"),
                Column.number("compute.prices.free"),
                Column.number("compute.price"),
                Column.text("compute.prices.since"),
                Column.text("compute.provider.price.coming"),
                Column.text("compute.job.actions"));
    }
}
