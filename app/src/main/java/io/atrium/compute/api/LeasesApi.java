// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.lease.ChangeLeasePrice;
import io.atrium.compute.lease.LeaseId;
import io.atrium.compute.lease.LeasePrice;
import io.atrium.compute.lease.LeasePrices;
import io.atrium.compute.lease.LeasePurpose;
import io.atrium.compute.lease.LeaseQuote;
import io.atrium.compute.lease.LeaseView;
import io.atrium.compute.lease.LeaseWish;
import io.atrium.compute.lease.Leases;
import io.atrium.compute.lease.RequestLease;
import io.atrium.compute.lease.SignLease;
import io.atrium.compute.lease.StepLease;
import io.atrium.compute.lease.StepLease.Step;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.atrium.web.api.MoneyJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Leases: prices, quote, request, signature, hand-over, end.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "leases")
class LeasesApi {

    private final Leases leases;
    private final LeasePrices prices;

    LeasesApi(Leases leases, LeasePrices prices) {
        this.leases = leases;
        this.prices = prices;
    }

    record Prices(List<Price> items) {}

    record Price(String pool, int daysMin, MoneyJson pricePerGpuHour, Instant since) {

        static Price of(LeasePrice price) {
            return new Price(price.pool(), price.daysMin(), MoneyJson.of(price.pricePerGpuHour()), price.from());
        }
    }

    record PriceChange(int daysMin, BigDecimal pricePerGpuHour) {}

    record Wish(
            String name,
            String pool,
            int gpus,
            LocalDate startsOn,
            int days,
            LeasePurpose purpose,
            boolean affiliated) {

        LeaseWish wish() {
            return new LeaseWish(name, pool, gpus, startsOn, days, purpose, affiliated);
        }
    }

    record Quote(
            String provider,
            int nodes,
            int daysMin,
            MoneyJson pricePerGpuHour,
            MoneyJson total,
            MoneyJson firstPeriod,
            MoneyJson firstVoucherPart,
            MoneyJson firstOwnPart,
            Instant signBy) {

        static Quote of(LeaseQuote quote) {
            return new Quote(
                    quote.provider().value(),
                    quote.nodes(),
                    quote.terms().daysMin(),
                    MoneyJson.of(quote.terms().pricePerGpuHour()),
                    MoneyJson.of(quote.terms().total()),
                    MoneyJson.of(quote.firstPeriod()),
                    MoneyJson.of(quote.first().voucherPart()),
                    MoneyJson.of(quote.first().ownPart()),
                    quote.signBy());
        }
    }

    record Signature(boolean affiliated, boolean computeOnly) {}

    record WordsOf(@Nullable String words) {}

    /// @param affiliated either side says so; absent before the provider has signed
    record Lease(
            String id,
            String name,
            String firm,
            String provider,
            String pool,
            int gpus,
            int nodes,
            int days,
            LocalDate startsOn,
            LocalDate endsOn,
            String purpose,
            MoneyJson pricePerGpuHour,
            MoneyJson total,
            String state,
            @Nullable Boolean affiliated,
            @Nullable Boolean computeOnly,
            @Nullable Instant signedAt,
            @Nullable String endKind) {

        static Lease of(LeaseView lease) {
            var signed = lease.signed();
            var ended = lease.ended();
            return new Lease(
                    lease.id().value(),
                    lease.thing().name(),
                    lease.firm().value(),
                    lease.provider().value(),
                    lease.thing().pool(),
                    lease.terms().gpus(),
                    lease.thing().nodes(),
                    lease.terms().days(),
                    lease.startsOn(),
                    lease.endsOn(),
                    lease.thing().purpose().name(),
                    MoneyJson.of(lease.terms().pricePerGpuHour()),
                    MoneyJson.of(lease.total()),
                    lease.state().name(),
                    signed == null ? null : lease.isAffiliated(),
                    signed == null ? null : signed.isComputeOnly(),
                    signed == null ? null : signed.at(),
                    ended == null || ended.kind() == null ? null : ended.kind().name());
        }
    }

    @Operation(summary = "What pools ask for leases, by the least number of days; the same numbers as the page /prices")
    @GetMapping("/lease-prices")
    Prices prices() {
        return new Prices(prices.inForce().stream().map(Price::of).toList());
    }

    @Operation(summary = "Ask a price for leases of one's own pool from now on; contracts keep theirs")
    @PostMapping("/pools/{pool}/lease-prices")
    Prices price(Actor actor, RequestKey key, @PathVariable String pool, @RequestBody PriceChange body) {
        prices.change(actor, new ChangeLeasePrice(key, pool, body.daysMin(), Fen.ofYuan(body.pricePerGpuHour())));
        return prices();
    }

    @Operation(summary = "Leases that one may see as firm or provider, newest first")
    @GetMapping("/leases")
    CursorPage<Lease> list(Actor actor, CursorQuery query) {
        actor.require(Permission.READ_JOB);
        var rows = leases.page(actor.scope(Permission.READ_JOB), query.after(), query.rowsToRead());
        return CursorPage.of(query, rows, lease -> lease.id().value(), Lease::of);
    }

    @Operation(summary = "One lease")
    @GetMapping("/leases/{id}")
    Lease find(Actor actor, @PathVariable LeaseId id) {
        actor.require(Permission.READ_JOB);
        return leases.find(actor.scope(Permission.READ_JOB), id)
                .map(Lease::of)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    @Operation(summary = "Periods, nodes, history of a lease; how to get in, for its firm and its provider")
    @GetMapping("/leases/{id}/details")
    LeaseDetailsJson details(Actor actor, @PathVariable LeaseId id) {
        actor.require(Permission.READ_JOB);
        var lease = leases.find(actor.scope(Permission.READ_JOB), id)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        return LeaseDetailsJson.of(lease, leases.details(id), actor.organisation());
    }

    @Operation(summary = "What a lease would cost; nothing is asked")
    @PostMapping("/leases/quotes")
    Quote quote(Actor actor, @RequestBody Wish body) {
        return Quote.of(leases.quote(actor, body.wish()));
    }

    @Operation(summary = "Ask the provider to sign a lease at the price in force; nothing is held until it does")
    @PostMapping("/leases")
    ResponseEntity<Lease> request(Actor actor, RequestKey key, @RequestBody Wish body) {
        var id = leases.request(actor, new RequestLease(key, body.wish()));
        return ResponseEntity.created(URI.create("/api/v1/leases/" + id)).body(find(actor, id));
    }

    @Operation(summary = "Sign as the provider: nodes are set aside, the first period is held, the facts are written")
    @PostMapping("/leases/{id}/signature")
    Lease sign(Actor actor, RequestKey key, @PathVariable LeaseId id, @RequestBody Signature body) {
        leases.sign(actor, new SignLease(key, id, body.affiliated(), body.computeOnly()));
        return find(actor, id);
    }

    @Operation(summary = "Decline to sign, with a reason")
    @PostMapping("/leases/{id}/refusal")
    Lease decline(Actor actor, RequestKey key, @PathVariable LeaseId id, @RequestBody WordsOf body) {
        return step(actor, new StepLease(key, id, Step.DECLINE, text(body)));
    }

    @Operation(summary = "Take one's own request back before it is signed")
    @PostMapping("/leases/{id}/withdrawal")
    Lease withdraw(Actor actor, RequestKey key, @PathVariable LeaseId id) {
        return step(actor, new StepLease(key, id, Step.WITHDRAW, ""));
    }

    @Operation(summary = "Give a signed lease up before it is handed over; nothing is charged")
    @PostMapping("/leases/{id}/cancellation")
    Lease cancel(Actor actor, RequestKey key, @PathVariable LeaseId id) {
        return step(actor, new StepLease(key, id, Step.CANCEL, ""));
    }

    @Operation(summary = "Hand the nodes over, with how to get in; from this day on they are charged")
    @PostMapping("/leases/{id}/hand-over")
    Lease handOver(Actor actor, RequestKey key, @PathVariable LeaseId id, @RequestBody WordsOf body) {
        return step(actor, new StepLease(key, id, Step.HAND_OVER, text(body)));
    }

    @Operation(summary = "Say as the firm that the nodes were received")
    @PostMapping("/leases/{id}/receipt")
    Lease receive(Actor actor, RequestKey key, @PathVariable LeaseId id) {
        return step(actor, new StepLease(key, id, Step.RECEIVE, ""));
    }

    @Operation(summary = "Move the last day forward, after notice and the least term of the price")
    @PostMapping("/leases/{id}/early-end")
    Lease shorten(Actor actor, RequestKey key, @PathVariable LeaseId id) {
        return step(actor, new StepLease(key, id, Step.SHORTEN, ""));
    }

    @Operation(summary = "End as the provider today, with a reason; the firm pays until today")
    @PostMapping("/leases/{id}/return")
    Lease takeBack(Actor actor, RequestKey key, @PathVariable LeaseId id, @RequestBody WordsOf body) {
        return step(actor, new StepLease(key, id, Step.TAKE_BACK, text(body)));
    }

    private Lease step(Actor actor, StepLease command) {
        leases.step(actor, command);
        return find(actor, command.lease());
    }

    private static String text(WordsOf body) {
        return body.words() == null ? "" : body.words();
    }
}
