// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.BillId;
import io.atrium.compute.BillView;
import io.atrium.compute.Bills;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.atrium.web.api.MoneyJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Bills of firms, and the same bills as receivables of providers.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "bills")
class BillsApi {

    private final Bills bills;

    BillsApi(Bills bills) {
        this.bills = bills;
    }

    record Bill(
            String id,
            String job,
            String jobName,
            String firm,
            String provider,
            String pool,
            OffsetDateTime issuedAt,
            long gpuMs,
            BigDecimal gpuHours,
            MoneyJson pricePerGpuHour,
            MoneyJson listPrice,
            @Nullable String voucher,
            MoneyJson voucherPart,
            MoneyJson ownPart,
            @Nullable Boolean simulated) {}

    @Operation(summary = "Bills of the firms that one may see, newest first")
    @GetMapping("/bills")
    CursorPage<Bill> list(Actor actor, CursorQuery query) {
        actor.require(Permission.READ_BILL);
        var rows = bills.page(actor.scope(Permission.READ_BILL), query.after(), query.rowsToRead());
        return CursorPage.of(query, rows, bill -> bill.id().value(), BillsApi::json);
    }

    @Operation(summary = "One bill")
    @GetMapping("/bills/{id}")
    Bill find(Actor actor, @PathVariable BillId id) {
        actor.require(Permission.READ_BILL);
        return bills.find(actor.scope(Permission.READ_BILL), id)
                .map(BillsApi::json)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    @Operation(summary = "What one's own provider is owed, bill by bill, newest first")
    @GetMapping("/receivables")
    CursorPage<Bill> receivables(Actor actor, CursorQuery query) {
        actor.require(Permission.READ_RECEIVABLE);
        var rows = bills.receivablesPage(actor.scope(Permission.READ_RECEIVABLE), query.after(), query.rowsToRead());
        return CursorPage.of(query, rows, bill -> bill.id().value(), BillsApi::json);
    }

    private static Bill json(BillView bill) {
        return new Bill(
                bill.id().value(),
                bill.job().value(),
                bill.jobName(),
                bill.firm().value(),
                bill.provider().value(),
                bill.pool(),
                bill.issuedAt().atZone(BusinessClock.ZONE).toOffsetDateTime(),
                bill.gpuTime().value(),
                bill.gpuTime().gpuHours(),
                MoneyJson.of(bill.pricePerGpuHour()),
                MoneyJson.of(bill.listPrice()),
                bill.voucher(),
                MoneyJson.of(bill.voucherPart()),
                MoneyJson.of(bill.ownPart()),
                bill.isSimulated() ? true : null);
    }
}
