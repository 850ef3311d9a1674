// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.JobState;
import io.atrium.compute.PoolView;
import io.atrium.compute.Pools;
import io.atrium.compute.QuotaView;
import io.atrium.compute.Quotas;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.api.MoneyJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Capacity, price list and quota.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "compute")
class FleetApi {

    /// What is charged in which state of a job.
    private static final Map<String, Boolean> CHARGED = charged();

    private final Pools pools;
    private final Quotas quotas;

    FleetApi(Pools pools, Quotas quotas) {
        this.pools = pools;
        this.quotas = quotas;
    }

    record PoolList(List<PoolJson> items) {}

    record Price(String pool, String provider, String gpuModel, MoneyJson pricePerGpuHour, OffsetDateTime validFrom) {}

    record PriceList(List<Price> items, Map<String, Boolean> charged) {}

    record Provider(String id, String nameZh, String nameEn, int pools, int gpus, BigDecimal gpusFree) {}

    record ProviderList(List<Provider> items) {}

    record Quota(
            int gpusMax,
            BigDecimal gpusInUse,
            BigDecimal gpusBorrowed,
            BigDecimal gpusWaiting,
            BigDecimal gpuHoursLeft,
            BigDecimal gpuHoursHeld,
            MoneyJson creditLine,
            MoneyJson creditLeft,
            MoneyJson ownHeld,
            MoneyJson ownSpent) {}

    @Operation(summary = "Pools with capacity and the price in force")
    @GetMapping("/pools")
    PoolList pools() {
        return new PoolList(pools.list().stream().map(PoolJson::of).toList());
    }

    @Operation(summary = "The price list, the same numbers as the page /prices")
    @GetMapping("/prices")
    PriceList prices() {
        return new PriceList(pools.list().stream().map(FleetApi::price).toList(), CHARGED);
    }

    @Operation(summary = "Compute providers with their capacity")
    @GetMapping("/providers")
    ProviderList providers() {
        var byProvider = new LinkedHashMap<OrgId, List<PoolView>>();
        pools.list()
                .forEach(pool -> byProvider
                        .computeIfAbsent(pool.provider(), _ -> new ArrayList<>())
                        .add(pool));
        return new ProviderList(
                byProvider.values().stream().map(FleetApi::provider).toList());
    }

    @Operation(summary = "What one's own firm may use, and what it uses")
    @GetMapping("/quota")
    Quota quota(Actor actor) {
        actor.require(Permission.SUBMIT_JOB);
        return quota(quotas.of(actor.organisation()));
    }

    private static Price price(PoolView pool) {
        return new Price(
                pool.id(),
                pool.provider().value(),
                pool.gpuModel(),
                MoneyJson.of(pool.pricePerGpuHour()),
                pool.priceSince().atZone(BusinessClock.ZONE).toOffsetDateTime());
    }

    private static Provider provider(List<PoolView> pools) {
        var first = pools.getFirst();
        return new Provider(
                first.provider().value(),
                first.providerNameZh(),
                first.providerNameEn(),
                pools.size(),
                pools.stream().mapToInt(pool -> pool.capacity().gpus()).sum(),
                PoolView.sum(pools, PoolView.Capacity::gpusFree).rounded());
    }

    private static Quota quota(QuotaView view) {
        return new Quota(
                view.gpusMax(),
                view.gpusInUse().rounded(),
                view.gpusBorrowed().rounded(),
                view.gpusWaiting().rounded(),
                view.gpuTimeLeft().gpuHours(),
                view.gpuTimeHeld().gpuHours(),
                MoneyJson.of(view.creditLine()),
                MoneyJson.of(view.creditLeft()),
                MoneyJson.of(view.ownHeld()),
                MoneyJson.of(view.ownSpent()));
    }

    private static Map<String, Boolean> charged() {
        var charged = new LinkedHashMap<String, Boolean>();
        for (var state : JobState.values()) {
            charged.put(state.name(), state.isCharged());
        }
        return charged;
    }
}
