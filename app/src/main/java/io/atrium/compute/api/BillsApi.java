// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.BillId;
import io.atrium.compute.BillView;
import io.atrium.compute.Bills;
import io.atrium.compute.correction.BillCorrection;
import io.atrium.compute.correction.BillCorrections;
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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
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
    private final BillCorrections corrections;

    BillsApi(Bills bills, BillCorrections corrections) {
        this.bills = bills;
        this.corrections = corrections;
    }

    record Bill(
            String id,
            @Nullable String job,
            @Nullable String lease,
            @Nullable Integer leasePeriod,
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
            int corrections,
            @Nullable Boolean simulated) {}

    /// One state of a bill: as issued, then each correction; the last is what it says now.
    record Version(
            int number,
            @Nullable String cause,
            @Nullable String causeId,
            @Nullable String reason,
            Instant at,
            long gpuMs,
            MoneyJson pricePerGpuHour,
            MoneyJson listPrice,
            MoneyJson voucherPart,
            MoneyJson ownPart) {

        static Version of(BillCorrection correction) {
            var made = correction.made();
            var amounts = correction.amounts();
            return new Version(
                    correction.number(),
                    made == null ? null : made.cause().name(),
                    made == null ? null : made.causeId(),
                    made == null ? null : made.reason(),
                    correction.at(),
                    amounts.gpuTime().value(),
                    MoneyJson.of(amounts.pricePerGpuHour()),
                    MoneyJson.of(amounts.listPrice()),
                    MoneyJson.of(amounts.voucherPart()),
                    MoneyJson.of(amounts.ownPart()));
        }
    }

    record Versions(List<Version> items) {}

    @Operation(summary = "Bills of the firms that one may see, newest first")
    @GetMapping("/bills")
    CursorPage<Bill> list(Actor actor, CursorQuery query) {
        actor.require(Permission.READ_BILL);
        var rows = bills.page(actor.scope(Permission.READ_BILL), query.after(), query.rowsToRead());
        return CursorPage.of(query, rows, bill -> bill.id().value(), BillsApi::json);
    }

    @Operation(summary = "One bill as it stands, for the firm and for its provider")
    @GetMapping("/bills/{id}")
    Bill find(Actor actor, @PathVariable BillId id) {
        return json(visible(actor, id));
    }

    @Operation(summary = "What a bill said when it was issued, and after each correction")
    @GetMapping("/bills/{id}/versions")
    Versions versions(Actor actor, @PathVariable BillId id) {
        var bill = visible(actor, id);
        return new Versions(
                corrections.versions(bill.id()).stream().map(Version::of).toList());
    }

    private BillView visible(Actor actor, BillId id) {
        if (!actor.may(Permission.READ_RECEIVABLE)) {
            actor.require(Permission.READ_BILL);
        }
        return bills.findAsEither(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    @Operation(summary = "What one's own provider is owed, bill by bill, newest first")
    @GetMapping("/receivables")
    CursorPage<Bill> receivables(Actor actor, CursorQuery query) {
        actor.require(Permission.READ_RECEIVABLE);
        var rows = bills.receivablesPage(actor.scope(Permission.READ_RECEIVABLE), query.after(), query.rowsToRead());
        return CursorPage.of(query, rows, bill -> bill.id().value(), BillsApi::json);
    }

    private static Bill json(BillView bill) {
        var job = bill.subject().job();
        return new Bill(
                bill.id().value(),
                job == null ? null : job.value(),
                bill.subject().lease(),
                bill.subject().isLease() ? bill.subject().period() : null,
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
                bill.corrections(),
                bill.isSimulated() ? true : null);
    }
}
