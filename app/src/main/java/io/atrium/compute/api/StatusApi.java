// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.Pools;
import io.atrium.compute.share.FairShares;
import io.atrium.compute.status.AnnouncePoolNotice;
import io.atrium.compute.status.ChangePrice;
import io.atrium.compute.status.EndPoolNotice;
import io.atrium.compute.status.PoolNoticeView;
import io.atrium.compute.status.PoolNotices;
import io.atrium.compute.status.PoolPrices;
import io.atrium.compute.status.StartRecords;
import io.atrium.kernel.Fen;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.api.MoneyJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The state of the pools, and what providers announce and ask.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "status")
class StatusApi {

    private final Pools pools;
    private final PoolNotices notices;
    private final PoolPrices prices;
    private final StartRecords starts;
    private final FairShares shares;
    private final BusinessClock clock;

    StatusApi(
            Pools pools,
            PoolNotices notices,
            PoolPrices prices,
            StartRecords starts,
            FairShares shares,
            BusinessClock clock) {
        this.pools = pools;
        this.notices = notices;
        this.prices = prices;
        this.starts = starts;
        this.shares = shares;
        this.clock = clock;
    }

    record Status(
            Instant at,
            List<PoolJson> pools,
            List<Notice> notices,
            List<ComingPrice> comingPrices,
            List<StartEstimates> startEstimates,
            List<Lent> lent) {}

    /// GPUs of a pool that are in use beyond their firms' quotas now.
    record Lent(String pool, BigDecimal gpus) {}

    /// Of the last 30 days.
    record StartEstimates(String pool, boolean simulated, int told, int held) {}

    record Notice(
            String id,
            String pool,
            String kind,
            String phase,
            boolean stopsPlacement,
            String words,
            Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable Instant endedAt) {}

    record ComingPrice(String pool, MoneyJson pricePerGpuHour, LocalDate from) {}

    record Announcement(
            PoolNoticeView.Kind kind,
            boolean stopsPlacement,
            @Nullable String words,
            Instant startsAt,
            @Nullable Instant endsAt) {}

    record Created(String id) {}

    record PriceChange(BigDecimal pricePerGpuHour, LocalDate from) {}

    @Operation(
            summary =
                    "Capacity, announcements, coming prices, kept start estimates and lent GPUs of all pools, the same as the page /status")
    @GetMapping("/status")
    Status status() {
        var now = clock.instant();
        return new Status(
                now,
                pools.list().stream().map(PoolJson::of).toList(),
                notices.list(new Scope.All()).stream()
                        .map(notice -> notice(notice, now))
                        .toList(),
                prices.coming().stream().map(StatusApi::coming).toList(),
                starts.list().stream()
                        .map(each -> new StartEstimates(each.pool(), each.isSimulated(), each.told(), each.held()))
                        .toList(),
                shares.lentByPools().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> new Lent(each.getKey(), each.getValue().rounded()))
                        .toList());
    }

    @Operation(summary = "Announce maintenance or an incident of one's own pool")
    @PostMapping("/pools/{pool}/notices")
    Created announce(Actor actor, RequestKey key, @PathVariable String pool, @RequestBody Announcement body) {
        var content = new AnnouncePoolNotice.Content(
                body.kind(),
                body.stopsPlacement(),
                body.words() == null ? "" : body.words(),
                body.startsAt(),
                body.endsAt());
        return new Created(notices.announce(actor, new AnnouncePoolNotice(key, pool, content)));
    }

    @Operation(summary = "Call an announcement over")
    @PostMapping("/pool-notices/{id}/end")
    Created end(Actor actor, RequestKey key, @PathVariable String id) {
        notices.end(actor, new EndPoolNotice(key, id));
        return new Created(id);
    }

    @Operation(summary = "Ask another price from a coming day on; jobs keep the price of their submission")
    @PostMapping("/pools/{pool}/prices")
    Created price(Actor actor, RequestKey key, @PathVariable String pool, @RequestBody PriceChange body) {
        prices.change(actor, new ChangePrice(key, pool, Fen.ofYuan(body.pricePerGpuHour()), body.from()));
        return new Created(pool);
    }

    private static Notice notice(PoolNoticeView notice, Instant now) {
        return new Notice(
                notice.id(),
                notice.pool(),
                notice.kind().name(),
                notice.phase(now).name(),
                notice.stopsPlacement(),
                notice.words(),
                notice.startsAt(),
                notice.endsAt(),
                notice.endedAt());
    }

    private static ComingPrice coming(PoolPrices.DatedPrice price) {
        return new ComingPrice(
                price.pool(),
                MoneyJson.of(price.pricePerGpuHour()),
                price.from().atZone(BusinessClock.ZONE).toLocalDate());
    }
}
