// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo;

import io.atrium.compute.lease.ChangeLeasePrice;
import io.atrium.compute.lease.LeasePrices;
import io.atrium.demo.community.InventedProvider;
import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.Fen;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What the invented providers ask for leases: the longer the term, the less of the price by the job.
@Component
class DemoLeases {

    /// Least days of a step → share of the price by the job.
    private static final Map<Integer, BasisPoints> STEPS =
            Map.of(30, new BasisPoints(8_500), 180, new BasisPoints(7_500));

    private final LeasePrices prices;

    DemoLeases(LeasePrices prices) {
        this.prices = prices;
    }

    void lay(Actor operator, List<InventedProvider> providers) {
        providers.stream()
                .flatMap(provider -> provider.pools().stream())
                .filter(pool -> pool.sharesPerGpu() == 1)
                .forEach(pool -> STEPS.forEach((days, share) -> prices.change(
                        operator,
                        new ChangeLeasePrice(
                                new RequestKey("demo-lease-price-" + pool.code() + "-" + days),
                                pool.code(),
                                days,
                                new Fen(pool.priceFenPerGpuHour()).share(share)))));
    }
}
