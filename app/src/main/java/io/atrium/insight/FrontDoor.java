// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight;

import io.atrium.compute.PoolView;
import io.atrium.compute.Pools;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.Policies;
import io.atrium.policy.PublishedPolicy;
import io.atrium.web.component.Chart;
import io.atrium.web.component.Tile;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// What the house shows at its door (门户): open policies, prices and free capacity as they are now.
@Component
class FrontDoor {

    private static final int POLICIES_MAX = 4;
    private static final int USED_COLOUR = 1;
    private static final int FREE_COLOUR = 3;

    private final Pools pools;
    private final Policies policies;
    private final BusinessClock clock;

    FrontDoor(Pools pools, Policies policies, BusinessClock clock) {
        this.pools = pools;
        this.policies = policies;
        this.clock = clock;
    }

    WelcomePage welcome(Text t) {
        var fleet = pools.list();
        var catalogue = policies.list();
        return new WelcomePage(numbers(fleet, catalogue, t), open(catalogue, t), clock.instant());
    }

    private static List<Tile> numbers(List<PoolView> fleet, List<PublishedPolicy> catalogue, Text t) {
        var free = PoolView.sum(fleet, PoolView.Capacity::gpusFree).rounded();
        long providers = fleet.stream().map(PoolView::provider).distinct().count();
        var tiles = List.of(
                tile(t, "policies", t.number(catalogue.size()), "/policies"),
                tile(t, "pools", t.number(fleet.size()), "/prices")
                        .note(t.of("insight.welcome.number.pools.note", providers)),
                tile(t, "free", t.number(free), "/prices"));
        return fleet.stream()
                .map(PoolView::pricePerGpuHour)
                .min(Comparator.naturalOrder())
                .map(price -> Tile.of(
                        t.of("insight.welcome.number.price"),
                        new Figure(t.yuan(price), t.of("insight.welcome.number.price.unit")),
                        "/prices"))
                .map(price -> List.of(tiles.get(0), tiles.get(1), tiles.get(2), price))
                .orElse(tiles);
    }

    private static Tile tile(Text t, String name, String figure, String href) {
        var key = "insight.welcome.number." + name;
        return Tile.of(t.of(key), new Figure(figure, t.of(key + ".unit")), href);
    }

    private static List<WelcomePage.OpenPolicy> open(List<PublishedPolicy> catalogue, Text t) {
        boolean chinese = t.lang() == Lang.ZH;
        return catalogue.stream()
                .filter(policy -> policy.header().status().canGrant())
                .limit(POLICIES_MAX)
                .map(policy -> new WelcomePage.OpenPolicy(
                        chinese
                                ? policy.header().title().zh()
                                : policy.header().title().en(),
                        chinese
                                ? policy.header().benefit().zh()
                                : policy.header().benefit().en(),
                        "/policies/" + policy.id()))
                .toList();
    }

    /// How much of each pool is in use, for those who run pools: a provider sees its own.
    Optional<Chart> use(Actor actor, Text t) {
        var mine = mine(actor);
        var shown = pools.list().stream().filter(mine).toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        var series = List.of(
                new Chart.Series(t.of("insight.chart.used"), USED_COLOUR),
                new Chart.Series(t.of("insight.chart.free"), FREE_COLOUR));
        var rows = shown.stream()
                .map(pool -> new Chart.Row(
                        pool.id(),
                        List.of(
                                cell(t, pool.capacity().gpusInUse().rounded()),
                                cell(t, pool.capacity().gpusFree().rounded()))))
                .toList();
        return Optional.of(new Chart(
                t.of("insight.chart.use"),
                t.of("insight.chart.use.text", shown.size(), used(shown), all(shown)),
                Chart.Kind.STACKED,
                t.of("insight.chart.unit"),
                t.of("insight.chart.pool"),
                series,
                rows));
    }

    private static Chart.Cell cell(Text t, BigDecimal gpus) {
        return new Chart.Cell(gpus, t.number(gpus));
    }

    private static Predicate<PoolView> mine(Actor actor) {
        if (actor.kind() == OrgKind.PROVIDER) {
            return pool -> pool.provider().equals(actor.organisation());
        }
        boolean runsAll = actor.kind() == OrgKind.COMMUNITY && actor.may(Permission.READ_RECEIVABLE);
        return _ -> runsAll;
    }

    private static BigDecimal used(List<PoolView> shown) {
        return PoolView.sum(shown, PoolView.Capacity::gpusInUse).rounded();
    }

    private static int all(List<PoolView> shown) {
        return shown.stream().mapToInt(pool -> pool.capacity().gpus()).sum();
    }
}
