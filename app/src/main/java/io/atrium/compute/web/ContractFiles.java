// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.correction.PriceCorrectionView;
import io.atrium.compute.correction.PriceCorrections;
import io.atrium.compute.dispute.DisputeView;
import io.atrium.compute.dispute.Disputes;
import io.atrium.compute.lease.LeaseView;
import io.atrium.compute.lease.Leases;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.ListQuery;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import java.util.HashMap;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Leases, disputes and price corrections as files; the same rows as on their pages.
@Controller
class ContractFiles {

    private final Leases leases;
    private final Disputes disputes;
    private final PriceCorrections corrections;
    private final OrganisationNames names;
    private final Sheets sheets;

    ContractFiles(
            Leases leases, Disputes disputes, PriceCorrections corrections, OrganisationNames names, Sheets sheets) {
        this.leases = leases;
        this.disputes = disputes;
        this.corrections = corrections;
        this.names = names;
        this.sheets = sheets;
    }

    @GetMapping("/leases/export")
    ResponseEntity<byte[]> leases(Actor actor, Text t, ListQuery query, SheetFormat format) {
        actor.require(Permission.READ_JOB);
        var scope = actor.scope(Permission.READ_JOB);
        var rows = SheetRows.paged(leases.count(scope), (page, size) -> leases.list(scope, offset(page, size), size));
        return sheets.answer(leaseSheet(t), rows, new SheetAsk(format, query, t));
    }

    @GetMapping("/bill-disputes/export")
    ResponseEntity<byte[]> disputes(Actor actor, Text t, ListQuery query, SheetFormat format) {
        DisputePages.requireReader(actor);
        var rows =
                SheetRows.paged(disputes.count(actor), (page, size) -> disputes.list(actor, offset(page, size), size));
        return sheets.answer(disputeSheet(t), rows, new SheetAsk(format, query, t));
    }

    @GetMapping("/price-corrections/export")
    ResponseEntity<byte[]> corrections(Actor actor, Text t, ListQuery query, SheetFormat format) {
        actor.require(Permission.READ_RECEIVABLE);
        var scope = actor.scope(Permission.READ_RECEIVABLE);
        var rows = SheetRows.paged(
                corrections.count(scope), (page, size) -> corrections.list(scope, offset(page, size), size));
        return sheets.answer(correctionSheet(t), rows, new SheetAsk(format, query, t));
    }

    private Sheet<LeaseView> leaseSheet(Text t) {
        var name = remembered(t);
        return Sheet.<LeaseView>named("compute.leases.title")
                .text("compute.lease.number", lease -> lease.id().value())
                .text("compute.lease.name", lease -> lease.thing().name())
                .text("compute.lease.firm", lease -> name.apply(lease.firm()))
                .text("compute.lease.provider", lease -> name.apply(lease.provider()))
                .text("compute.pool", lease -> lease.thing().pool())
                .number("compute.lease.gpus", lease -> lease.terms().gpus())
                .date("compute.lease.first-day", LeaseView::startsOn)
                .date("compute.lease.last-day", LeaseView::endsOn)
                .money("compute.price", lease -> lease.terms().pricePerGpuHour())
                .money("compute.lease.total", LeaseView::total)
                .text("compute.job.state", lease -> t.of("compute.lease.state", lease.state()));
    }

    private Sheet<DisputeView> disputeSheet(Text t) {
        var name = remembered(t);
        return Sheet.<DisputeView>named("compute.disputes.title")
                .text("compute.bill.number", dispute -> dispute.subject().bill().value())
                .text(
                        "compute.job.firm",
                        dispute -> name.apply(dispute.subject().firm()))
                .text(
                        "compute.provider",
                        dispute -> name.apply(dispute.subject().provider()))
                .text(
                        "compute.dispute.about",
                        dispute ->
                                t.of("compute.dispute.about", dispute.raised().about()))
                .text("compute.dispute.reason", dispute -> dispute.raised().reason())
                .moment("compute.dispute.raised-at", dispute -> dispute.raised().at())
                .moment("compute.dispute.answer-by", DisputeView::answerBy)
                .text("compute.job.state", dispute -> t.of("compute.dispute.state", dispute.state()));
    }

    private static Sheet<PriceCorrectionView> correctionSheet(Text t) {
        return Sheet.<PriceCorrectionView>named("compute.price-corrections.title")
                .text("compute.pool", correction -> correction.wish().pool())
                .money(
                        "compute.price-correction.wrong",
                        correction -> correction.wish().wrongPrice())
                .money(
                        "compute.price-correction.right",
                        correction -> correction.wish().rightPrice())
                .date(
                        "compute.price-correction.first",
                        correction -> correction.wish().firstDay())
                .date(
                        "compute.price-correction.last",
                        correction -> correction.wish().lastDay())
                .text(
                        "compute.price-correction.reason",
                        correction -> correction.wish().reason())
                .text(
                        "compute.price-correction.proposed-by",
                        correction -> correction.proposed().by())
                .moment(
                        "compute.price-correction.proposed-at",
                        correction -> correction.proposed().at())
                .text("compute.job.state", correction -> t.of("compute.price-correction.state", correction.state()));
    }

    /// Names each organisation of a file once, however many rows it has.
    private Function<OrgId, String> remembered(Text t) {
        var known = new HashMap<OrgId, String>();
        return id -> known.computeIfAbsent(id, other -> names.of(t, other));
    }

    private static long offset(int page, int size) {
        return (long) (page - 1) * size;
    }
}
