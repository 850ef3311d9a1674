// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.share.FairShares;
import io.atrium.compute.share.OwnShare;
import io.atrium.compute.share.TenantShare;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Fair shares and borrowed GPUs.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "compute")
class FairShareApi {

    private final FairShares shares;
    private final InstantSource clock;

    FairShareApi(FairShares shares, InstantSource clock) {
        this.shares = shares;
        this.clock = clock;
    }

    /// @param others all other firms as one sum; absent for readers who see every firm
    record FairShare(Instant at, List<Firm> firms, @Nullable Others others) {}

    record Firm(
            String firm,
            int gpusMax,
            int shareBasisPoints,
            int usedBasisPoints,
            int claimedBasisPoints,
            BigDecimal gpusInUse,
            BigDecimal gpusBorrowed,
            int jobsWaiting) {}

    record Others(int firms, BigDecimal gpusBorrowed, int firmsWaiting, int firmsGoFirst) {}

    @Operation(
            summary =
                    "Shares of the pools, and GPUs in use beyond quotas, the same as the page /fair-share: a firm reads"
                            + " itself and all others as one sum, who runs pools every firm in them, in the order of turns")
    @GetMapping("/fair-share")
    FairShare show(Actor actor) {
        actor.require(Permission.READ_JOB);
        return actor.kind() == OrgKind.FIRM
                ? own(shares.of(actor.organisation()))
                : new FairShare(
                        clock.instant(),
                        shares.list(actor.scope(Permission.READ_JOB)).stream()
                                .map(FairShareApi::firm)
                                .toList(),
                        null);
    }

    private static FairShare own(OwnShare own) {
        var others = new Others(own.othersCount(), own.othersBorrowed().rounded(), own.contending(), own.goFirst());
        return new FairShare(own.asOf(), List.of(firm(own.own())), others);
    }

    private static Firm firm(TenantShare tenant) {
        var standing = tenant.standing();
        var inUse = tenant.inUseOfAll();
        return new Firm(
                tenant.firm().value(),
                tenant.weight(),
                standing.share(),
                standing.used(),
                standing.claimed(),
                inUse.gpus().rounded(),
                inUse.borrowed().rounded(),
                tenant.jobsWaiting());
    }
}
