// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.BillId;
import io.atrium.compute.BillView;
import io.atrium.compute.Bills;
import io.atrium.compute.correction.BillCorrections;
import io.atrium.compute.dispute.DisputeView;
import io.atrium.compute.dispute.Disputes;
import io.atrium.files.pdf.OfficialSheets;
import io.atrium.files.pdf.SheetDraft;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Crumb;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Form;
import io.atrium.web.concern.Concern;
import io.atrium.web.text.Text;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// `/bills/{id}`: one bill, for the firm that is billed and for the provider that bills.
@Controller
class BillDetailPages {

    private final Bills bills;
    private final BillCorrections corrections;
    private final Disputes disputes;
    private final OrganisationNames names;
    private final OfficialSheets sheets;
    private final RequestKeys keys;
    private final BusinessClock clock;

    BillDetailPages(
            Bills bills,
            BillCorrections corrections,
            Disputes disputes,
            OrganisationNames names,
            OfficialSheets sheets,
            RequestKeys keys,
            BusinessClock clock) {
        this.bills = bills;
        this.corrections = corrections;
        this.disputes = disputes;
        this.names = names;
        this.sheets = sheets;
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping("/bills/{id}")
    PageView show(Actor actor, @PathVariable BillId id, Text t) {
        var bill = visible(actor, id);
        var views = views(actor, t);
        var raised = disputes.ofBill(id);
        var isOurs = actor.scope(Permission.READ_BILL).sees(bill.firm());
        var mayDispute = mayDispute(actor, bill, raised);
        var page = new BillPage(
                views.parties(bill, names.of(t, bill.firm()), names.of(t, bill.provider())),
                views.amounts(bill, actor.may(Permission.READ_VOUCHER)),
                views.history(corrections.versions(id)),
                DisputeViews.table(raised.size(), false),
                raised.stream()
                        .map(dispute -> new DisputeViews(t).row(dispute, bill.jobName(), ""))
                        .toList(),
                actor.scope(Permission.RAISE_APPEAL).sees(bill.firm()) ? Concern.appealHref("/bills/" + id) : null,
                mayDispute ? "/bills/" + id + "/disputes/new" : null,
                mayDispute ? t.dateTimeShort(disputes.lastMoment(bill)) : null,
                isOurs && !bill.isSimulated()
                        ? Form.to("/bills/" + id + "/sheet", "compute.bill.sheet")
                                .keyed(keys.fresh())
                        : null,
                bill.isSimulated());
        var crumb =
                isOurs ? Crumb.of("compute.nav.bills", "/bills") : Crumb.of("compute.nav.receivables", "/receivables");
        return PageView.of("compute/bill", "compute.bill.title", page, bill.jobName())
                .under(Crumb.of("insight.nav.home", "/"), crumb);
    }

    private boolean mayDispute(Actor actor, BillView bill, List<DisputeView> raised) {
        return actor.scope(Permission.DISPUTE_BILL).sees(bill.firm())
                && bill.listPrice().isPositive()
                && !bill.isSimulated()
                && !clock.instant().isAfter(disputes.lastMoment(bill))
                && raised.stream().noneMatch(dispute -> dispute.state().isOpen());
    }

    @PostMapping("/bills/{id}/sheet")
    SeeOther sheet(Actor actor, RequestKey key, @PathVariable BillId id, Text t) {
        actor.require(Permission.READ_BILL);
        var bill = bills.find(actor.scope(Permission.READ_BILL), id)
                .filter(found -> !found.isSimulated())
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var views = views(actor, t);
        var firm = names.of(t, bill.firm());
        var draft = new SheetDraft(
                "compute-bill",
                Permission.READ_BILL,
                new SheetDraft.Holder(bill.firm(), firm),
                id.value(),
                t.of("compute.bill.title", bill.jobName()),
                "compute/bill-sheet",
                new BillPage.Sheet(
                        views.parties(bill, firm, names.of(t, bill.provider())),
                        views.amounts(bill, false),
                        views.history(corrections.versions(id))));
        return SeeOther.to(sheets.issue(actor, key, draft, t).href());
    }

    private BillView visible(Actor actor, BillId id) {
        if (!actor.may(Permission.READ_RECEIVABLE)) {
            actor.require(Permission.READ_BILL);
        }
        return bills.findAsEither(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private static BillViews views(Actor actor, Text t) {
        return new BillViews(t, actor.may(Permission.READ_RECEIVABLE));
    }
}
