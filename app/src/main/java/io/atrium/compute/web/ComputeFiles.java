// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.BillView;
import io.atrium.compute.Bills;
import io.atrium.compute.JobView;
import io.atrium.compute.Jobs;
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
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The lists of compute as files: jobs, bills, receivables; the same rows as on their pages.
@Controller
class ComputeFiles {

    private final Jobs jobs;
    private final Bills bills;
    private final OrganisationNames names;
    private final Sheets sheets;

    ComputeFiles(Jobs jobs, Bills bills, OrganisationNames names, Sheets sheets) {
        this.jobs = jobs;
        this.bills = bills;
        this.names = names;
        this.sheets = sheets;
    }

    @GetMapping("/jobs/export")
    ResponseEntity<byte[]> jobs(Actor actor, Text t, ListQuery query, SheetFormat format) {
        actor.require(Permission.READ_JOB);
        var scope = actor.scope(Permission.READ_JOB);
        var filter = JobListPages.filter(query.filter("state"), query.filter("q"));
        var rows = SheetRows.paged(
                jobs.count(scope, filter), (page, size) -> jobs.list(scope, filter, offset(page, size), size));
        return sheets.answer(jobSheet(t), rows, new SheetAsk(format, query, t));
    }

    @GetMapping("/bills/export")
    ResponseEntity<byte[]> bills(Actor actor, Text t, ListQuery query, SheetFormat format) {
        actor.require(Permission.READ_BILL);
        var scope = actor.scope(Permission.READ_BILL);
        var month = BillPages.month(query);
        var rows = SheetRows.paged(
                bills.count(scope, month), (page, size) -> bills.list(scope, month, offset(page, size), size));
        var sheet = billSheet("compute.bills.title", "compute.provider", remembered(t, BillView::provider));
        return sheets.answer(sheet, rows, new SheetAsk(format, query, t));
    }

    @GetMapping("/receivables/export")
    ResponseEntity<byte[]> receivables(Actor actor, Text t, ListQuery query, SheetFormat format) {
        actor.require(Permission.READ_RECEIVABLE);
        var scope = actor.scope(Permission.READ_RECEIVABLE);
        var month = BillPages.month(query);
        var rows = SheetRows.paged(
                bills.countReceivables(scope, month),
                (page, size) -> bills.receivables(scope, month, offset(page, size), size));
        var sheet = billSheet("compute.receivables.title", "compute.job.firm", remembered(t, BillView::firm));
        return sheets.answer(sheet, rows, new SheetAsk(format, query, t));
    }

    private Sheet<JobView> jobSheet(Text t) {
        return Sheet.<JobView>named("compute.jobs.title")
                .text("compute.job.name", job -> job.ask().name())
                .text("compute.job.project", job -> job.ask().project())
                .text("compute.job.number-only", job -> job.id().value())
                .text("compute.job.state", job -> t.of(JobListPage.tag(job).key()))
                .text("compute.engine", job -> job.engine().isEmpty() ? "" : EngineNames.of(t, job.engine()))
                .text("compute.job.firm", remembered(t, JobView::firm))
                .text("compute.pool", job -> job.ask().pool())
                .text("compute.gpu-model", job -> job.ask().gpuModel())
                .number("compute.job.gpus", job -> job.ask().gpus())
                .text("compute.job.share", job -> job.ask().shape().share().toString())
                .moment("compute.job.needed-by", job -> job.ask().neededBy())
                .moment("compute.job.submitted", job -> job.times().submitted())
                .moment("compute.job.started", job -> job.times().started())
                .moment("compute.job.ended", job -> job.times().ended())
                .number("compute.bill.gpu-hours", job -> job.metered().gpuTime().gpuHours())
                .money("compute.price", job -> job.ask().pricePerGpuHour())
                .money("compute.job.cost", job -> job.metered().listPrice());
    }

    private static Sheet<BillView> billSheet(String title, String otherKey, Function<BillView, String> other) {
        return Sheet.<BillView>named(title)
                .moment("compute.bill.issued", BillView::issuedAt)
                .text("compute.bill.number", bill -> bill.id().value())
                .text("compute.job", BillView::jobName)
                .text(
                        "compute.job.number-only",
                        bill -> bill.subject().reference().value())
                .text(otherKey, bill -> other.apply(bill))
                .text("compute.pool", BillView::pool)
                .text("compute.job.share", bill -> bill.share().toString())
                .number("compute.bill.gpu-hours", bill -> bill.gpuTime().gpuHours())
                .money("compute.price", BillView::pricePerGpuHour)
                .money("compute.bill.list", BillView::listPrice)
                .money("compute.bill.voucher", BillView::voucherPart)
                .money("compute.bill.own", BillView::ownPart)
                .number("compute.bill.corrections", BillView::corrections)
                .money("compute.bill.list.issued", BillView::listPriceIssued);
    }

    /// Names each organisation of a file once, however many rows it has.
    private <R> Function<R, String> remembered(Text t, Function<R, OrgId> whose) {
        Map<OrgId, String> known = new HashMap<>();
        return row -> known.computeIfAbsent(whose.apply(row), id -> names.of(t, id));
    }

    private static long offset(int page, int size) {
        return (long) (page - 1) * size;
    }
}
