// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.BillPeriod;
import io.atrium.compute.Bills;
import io.atrium.compute.JobFilter;
import io.atrium.compute.JobState;
import io.atrium.compute.Jobs;
import io.atrium.compute.PoolView;
import io.atrium.compute.Pools;
import io.atrium.compute.status.PoolNoticeView;
import io.atrium.compute.status.PoolNoticeView.Phase;
import io.atrium.compute.status.PoolNotices;
import io.atrium.compute.status.PoolPrices;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.component.Tile;
import io.atrium.web.deadline.Dues;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Pools on the desk of those who run them: use, queue, incidents, and what is owed for the month.
@Component
class PoolDesk {

    private final Pools pools;
    private final PoolNotices notices;
    private final PoolPrices prices;
    private final Jobs jobs;
    private final Bills bills;
    private final Dues dues;
    private final BusinessClock clock;
    private final InstantSource systemClock;

    PoolDesk(
            Pools pools,
            PoolNotices notices,
            PoolPrices prices,
            Jobs jobs,
            Bills bills,
            Dues dues,
            BusinessClock clock,
            InstantSource systemClock) {
        this.pools = pools;
        this.notices = notices;
        this.prices = prices;
        this.jobs = jobs;
        this.bills = bills;
        this.dues = dues;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    /// Incidents in force, each to be called over by whoever announced it.
    List<DeskItem> items(Actor actor, Text t) {
        return incidents(actor).stream()
                .map(notice -> new DeskItem(
                        t.of("compute.desk.incident", notice.pool(), notice.words()),
                        t.of("compute.desk.incident.action"),
                        "/provider/notices/" + notice.id() + "/end",
                        dues.at(notice.endsAt())))
                .toList();
    }

    List<Tile> tiles(Actor actor, Text t) {
        var tiles = new ArrayList<Tile>();
        tiles.add(use(own(actor), t));
        tiles.add(queue(actor.scope(Permission.READ_JOB), t));
        tiles.add(Tile.of(
                t.of("compute.desk.incidents"),
                figure(incidents(actor).size(), "compute.desk.incidents.unit", t),
                incidentsHref(actor)));
        tiles.add(ending(actor, t));
        if (actor.kind() == OrgKind.PROVIDER) {
            tiles.add(owed(actor, t));
        }
        return tiles;
    }

    /// Maintenance that is announced, and prices that are decided but not asked yet.
    List<DeskItem> ahead(Actor actor, Text t) {
        var mine = own(actor).stream().map(PoolView::id).collect(Collectors.toSet());
        return Stream.concat(maintenance(actor, t), prices(mine, t)).toList();
    }

    private Stream<DeskItem> maintenance(Actor actor, Text t) {
        return notices.list(actor.scope(Permission.OPERATE_POOL)).stream()
                .filter(notice -> notice.phase(clock.instant()) == Phase.PLANNED)
                .map(notice -> new DeskItem(
                        t.of("compute.desk.planned", notice.pool(), notice.words()),
                        t.of("compute.desk.planned.action"),
                        "/status",
                        dues.at(notice.startsAt())));
    }

    private Stream<DeskItem> prices(Set<String> mine, Text t) {
        return prices.coming().stream()
                .filter(price -> mine.contains(price.pool()))
                .map(price -> new DeskItem(
                        t.of("compute.desk.price", price.pool(), price.pricePerGpuHour()),
                        t.of("compute.desk.price.action"),
                        "/provider",
                        dues.at(price.from())));
    }

    private static Tile use(List<PoolView> own, Text t) {
        var inUse = PoolView.sum(own, PoolView.Capacity::gpusInUse);
        int all = own.stream().mapToInt(pool -> pool.capacity().gpus()).sum();
        var simulated = PoolView.sum(own, PoolView.Capacity::gpusSimulated);
        var free = PoolView.sum(own, PoolView.Capacity::gpusFree);
        return Tile.of(
                        t.of("compute.desk.use"),
                        new Figure(GpuWords.number(t, inUse), t.of("compute.desk.use.of", all)),
                        "/provider")
                .note(
                        simulated.isPositive()
                                ? t.of("compute.desk.use.free.simulated", free, simulated)
                                : t.of("compute.desk.use.free", free));
    }

    /// The queue is listed in the order of its turns, so the first has waited longest.
    private Tile queue(Scope scope, Text t) {
        var tile = Tile.of(
                t.of("compute.tile.waiting"),
                figure(jobs.count(scope, JobListPages.QUEUED), "compute.tile.jobs.unit", t),
                "/jobs?state=queued");
        return jobs.list(scope, JobListPages.QUEUED, 0, 1).stream()
                .findFirst()
                .map(oldest -> tile.note(
                        t.of("compute.desk.oldest", waited(oldest.times().submitted()))))
                .orElse(tile);
    }

    private Duration waited(Instant since) {
        return Duration.between(since, systemClock.instant());
    }

    private Tile ending(Actor actor, Text t) {
        int count = jobs.count(actor.scope(Permission.READ_JOB), new JobFilter(Set.of(JobState.ENDED)));
        return Tile.of(t.of("compute.desk.ending"), figure(count, "compute.tile.jobs.unit", t), "/jobs?state=ending");
    }

    private Tile owed(Actor actor, Text t) {
        var month = YearMonth.from(clock.today());
        var owed = bills.receivableTotals(actor.scope(Permission.READ_RECEIVABLE), BillPeriod.of(month));
        return Tile.of(
                        t.of("compute.provider.tile.owed"),
                        t.moneyRounded(owed.listPrice()),
                        "/receivables?month=" + month)
                .note(t.of("compute.provider.tile.delivered", owed.gpuTime()));
    }

    private static String incidentsHref(Actor actor) {
        var all = "/status?show=incidents";
        return actor.kind() == OrgKind.PROVIDER ? all + "&provider=" + actor.organisation() : all;
    }

    private List<PoolNoticeView> incidents(Actor actor) {
        return notices.list(actor.scope(Permission.OPERATE_POOL)).stream()
                .filter(notice -> notice.isIncidentAt(clock.instant()))
                .toList();
    }

    private List<PoolView> own(Actor actor) {
        var scope = actor.scope(Permission.OPERATE_POOL);
        return pools.list().stream().filter(pool -> scope.sees(pool.provider())).toList();
    }

    private static Figure figure(int count, String unitKey, Text t) {
        return new Figure(t.number(count), t.of(unitKey));
    }
}
