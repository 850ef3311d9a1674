// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.api;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.voucher.VoucherFilter;
import io.atrium.voucher.VoucherId;
import io.atrium.voucher.VoucherState;
import io.atrium.voucher.VoucherUseView;
import io.atrium.voucher.VoucherView;
import io.atrium.voucher.Vouchers;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.atrium.web.api.MoneyJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Vouchers for programs: read only, they are issued by grants and used by jobs.
@RestController
@RequestMapping("/api/v1/vouchers")
@Tag(name = "vouchers")
class VoucherApi {
    private static final int USES_MAX = 200;

    private final Vouchers vouchers;

    VoucherApi(Vouchers vouchers) {
        this.vouchers = vouchers;
    }

    /// @param rateBasisPoints share of the list price that the voucher pays, in hundredths of a per cent
    record VoucherJson(
            String id,
            String firm,
            String policy,
            String grant,
            String scope,
            String mode,
            int rateBasisPoints,
            MoneyJson amount,
            MoneyJson paid,
            MoneyJson held,
            MoneyJson available,
            LocalDate validUntil,
            Instant issuedAt,
            String state,
            @Nullable List<UseJson> uses) {}

    /// @param paid absent until the job is settled
    record UseJson(
            String job,
            MoneyJson held,
            @Nullable MoneyJson paid,
            Instant heldAt,
            @Nullable Instant settledAt) {}

    @Operation(summary = "Vouchers that you may see, newest first")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"items":[{"id":"vch_01k","firm":"org_01k","policy":"demo-compute-voucher","grant":"grt_01k",\
            "scope":"compute","mode":"USE_THEN_PAY","rate_basis_points":5000,\
            "amount":{"amount":"300.00","currency":"CNY"},"paid":{"amount":"0.00","currency":"CNY"},\
            "held":{"amount":"0.00","currency":"CNY"},"available":{"amount":"300.00","currency":"CNY"},\
            "valid_until":"2027-11-22","issued_at":"2026-11-22T02:00:00Z","state":"ACTIVE"}],"limit":50}""")))
    @GetMapping
    CursorPage<VoucherJson> list(Actor actor, CursorQuery query, @RequestParam @Nullable VoucherState state) {
        actor.require(Permission.READ_VOUCHER);
        var found = vouchers.listAfter(
                actor.scope(Permission.READ_VOUCHER),
                new VoucherFilter(null, state),
                query.after() == null ? null : new VoucherId(query.after()),
                query.rowsToRead());
        return CursorPage.of(query, found, voucher -> voucher.id().value(), voucher -> json(voucher, null));
    }

    @Operation(summary = "One voucher with what jobs used of it")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"id":"vch_01k","firm":"org_01k","policy":"demo-compute-voucher","grant":"grt_01k","scope":"compute",\
            "mode":"USE_THEN_PAY","rate_basis_points":5000,"amount":{"amount":"300.00","currency":"CNY"},\
            "paid":{"amount":"50.00","currency":"CNY"},"held":{"amount":"0.00","currency":"CNY"},\
            "available":{"amount":"250.00","currency":"CNY"},"valid_until":"2027-11-22",\
            "issued_at":"2026-11-22T02:00:00Z","state":"ACTIVE","uses":[{"job":"job_01k",\
            "held":{"amount":"100.00","currency":"CNY"},"paid":{"amount":"50.00","currency":"CNY"},\
            "held_at":"2026-11-22T03:00:00Z","settled_at":"2026-11-22T03:10:00Z"}]}""")))
    @GetMapping("/{id}")
    VoucherJson voucher(Actor actor, @PathVariable VoucherId id) {
        actor.require(Permission.READ_VOUCHER);
        var voucher = vouchers.find(actor.scope(Permission.READ_VOUCHER), id)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        return json(
                voucher,
                vouchers.uses(id, USES_MAX).stream().map(VoucherApi::json).toList());
    }

    private static VoucherJson json(VoucherView voucher, @Nullable List<UseJson> uses) {
        return new VoucherJson(
                voucher.id().value(),
                voucher.firm().value(),
                voucher.policy(),
                voucher.grant(),
                voucher.scope(),
                voucher.mode().name(),
                voucher.rate().value(),
                MoneyJson.of(voucher.amount()),
                MoneyJson.of(voucher.paid()),
                MoneyJson.of(voucher.held()),
                MoneyJson.of(voucher.available()),
                voucher.validUntil(),
                voucher.issuedAt(),
                voucher.state().name(),
                uses);
    }

    private static UseJson json(VoucherUseView use) {
        var paid = use.paid();
        return new UseJson(
                use.job(),
                MoneyJson.of(use.held()),
                paid == null ? null : MoneyJson.of(paid),
                use.heldAt(),
                use.settledAt());
    }
}
