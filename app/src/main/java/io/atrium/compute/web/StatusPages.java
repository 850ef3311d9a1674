// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.Pools;
import io.atrium.compute.share.FairShares;
import io.atrium.compute.status.PoolNotices;
import io.atrium.compute.status.StartRecords;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.text.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/status`: capacity, maintenance and incidents of all pools, open to everybody.
@Controller
class StatusPages {

    private final Pools pools;
    private final PoolNotices notices;
    private final StartRecords starts;
    private final FairShares shares;
    private final BusinessClock clock;

    StatusPages(Pools pools, PoolNotices notices, StartRecords starts, FairShares shares, BusinessClock clock) {
        this.pools = pools;
        this.notices = notices;
        this.starts = starts;
        this.shares = shares;
        this.clock = clock;
    }

    @Bean
    static NavItem statusNavItem() {
        return NavItem.open(NavGroup.COMPUTE, "compute.nav.status", "/status", 40);
    }

    @GetMapping("/status")
    PageView show(ListQuery query, Text t) {
        var views = new StatusViews(t, clock.instant(), shares.lentByPools());
        var all = notices.list(new Scope.All());
        var poolRows = pools.list().stream().map(views::pool).toList();
        boolean onlyIncidents = query.filter("show").equals("incidents");
        var provider = query.filter("provider");
        var noticeRows = all.stream()
                .filter(notice -> !onlyIncidents || notice.isIncidentAt(clock.instant()))
                .filter(notice ->
                        provider.isEmpty() || notice.provider().value().equals(provider))
                .map(notice -> views.notice(notice, _ -> false))
                .toList();
        var startRows = starts.list().stream().map(views::start).toList();
        var page = new StatusPage(
                views.overall(all),
                t.dateTimeShort(clock.instant()),
                StatusViews.poolTable(poolRows.size()),
                poolRows,
                StatusViews.noticeTable(noticeRows.size()),
                noticeRows,
                StatusViews.startTable(startRows.size()),
                startRows,
                views.startsMeaning());
        return PageView.of("compute/status", "compute.status.title", page);
    }
}
