// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.BillId;
import io.atrium.compute.BillView;
import io.atrium.compute.Bills;
import io.atrium.compute.dispute.AnswerDispute;
import io.atrium.compute.dispute.DisputeId;
import io.atrium.compute.dispute.DisputeView;
import io.atrium.compute.dispute.Disputes;
import io.atrium.compute.dispute.WithdrawDispute;
import io.atrium.files.Attachments;
import io.atrium.files.FileView;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.StepUp;
import io.atrium.web.component.Form;
import io.atrium.web.deadline.Dues;
import io.atrium.web.text.Text;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/bill-disputes`: disputed bills as firm, provider and operator see them; answering and taking back.
@Controller
class DisputePages {

    private final Disputes disputes;
    private final Bills bills;
    private final Attachments files;
    private final OrganisationNames names;
    private final Dues dues;
    private final RequestKeys keys;
    private final BusinessClock clock;

    DisputePages(
            Disputes disputes,
            Bills bills,
            Attachments files,
            OrganisationNames names,
            Dues dues,
            RequestKeys keys,
            BusinessClock clock) {
        this.disputes = disputes;
        this.bills = bills;
        this.files = files;
        this.names = names;
        this.dues = dues;
        this.keys = keys;
        this.clock = clock;
    }

    @Bean
    static NavItem disputesNavItem() {
        return new NavItem(
                NavGroup.MONEY,
                "compute.nav.disputes",
                "/bill-disputes",
                25,
                viewer -> viewer.filter(DisputePages::mayRead).isPresent());
    }

    private static boolean mayRead(Actor actor) {
        return actor.may(Permission.READ_BILL) || actor.may(Permission.READ_RECEIVABLE);
    }

    @GetMapping("/bill-disputes")
    PageView list(Actor actor, ListQuery query, Text t) {
        requireReader(actor);
        var listed = disputes.list(actor, query.offset(), query.size());
        boolean ofManyFirms = !(actor.scope(Permission.READ_BILL) instanceof Scope.Own);
        var firms = names.of(
                t, listed.stream().map(dispute -> dispute.subject().firm()).toList());
        var jobs = jobs(actor, listed.stream().map(dispute -> dispute.subject().bill()));
        var views = new DisputeViews(t);
        var rows = listed.stream()
                .map(dispute -> views.row(
                        dispute,
                        jobs.getOrDefault(dispute.subject().bill(), ""),
                        firms.getOrDefault(dispute.subject().firm(), "")))
                .toList();
        var table = DisputeViews.table(0, ofManyFirms)
                .paged(query, disputes.count(actor))
                .exported(query);
        return PageView.of(
                        "compute/disputes", "compute.disputes.title", new DisputePage.Listed(table, rows, ofManyFirms))
                .under(Crumb.of("insight.nav.home", "/"));
    }

    private Map<BillId, String> jobs(Actor actor, Stream<BillId> ids) {
        return ids.distinct()
                .flatMap(id -> bills.findAsEither(actor, id).stream())
                .collect(Collectors.toMap(BillView::id, BillView::jobName));
    }

    @GetMapping("/bill-disputes/{id}")
    PageView show(Actor actor, @PathVariable DisputeId id, Text t) {
        return view(actor, t, visible(actor, id), null);
    }

    @GetMapping("/bill-disputes/{id}/evidence")
    ResponseEntity<byte[]> evidence(Actor actor, @PathVariable DisputeId id) {
        requireReader(actor);
        return disputes.evidence(actor, id)
                .map(files::download)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    @StepUp
    @PostMapping("/bill-disputes/{id}/answer")
    ModelAndView answer(
            Actor actor, RequestKey key, @PathVariable DisputeId id, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.OPERATE_POOL);
        var dispute = visible(actor, id);
        var bill = bill(actor, dispute);
        var answers = new DisputeForms(typed);
        var form = DisputeForms.answer(id, bill).keyed(keys.fresh()).answered(typed);
        var errors = answers.answerErrors(bill);
        if (!errors.isEmpty()) {
            return view(actor, t, dispute, form.wrong(errors)).refused();
        }
        try {
            var right = answers.isAccepted() ? answers.right(bill) : null;
            var reason = typed.getOrDefault("reason", "");
            var end = disputes.answer(actor, new AnswerDispute(key, id, right, reason));
            return SeeOther.to("/bill-disputes/" + id).saying(Flash.done("compute.dispute.flash." + end));
        } catch (RefusedException refused) {
            return view(actor, t, visible(actor, id), form.refused(refused.refusal()))
                    .refused();
        }
    }

    @PostMapping("/bill-disputes/{id}/withdrawal")
    SeeOther withdraw(Actor actor, RequestKey key, @PathVariable DisputeId id) {
        var end = disputes.withdraw(actor, new WithdrawDispute(key, id));
        return SeeOther.to("/bill-disputes/" + id).saying(Flash.done("compute.dispute.flash." + end));
    }

    private PageView view(Actor actor, Text t, DisputeView dispute, @Nullable Form refused) {
        var bill = bill(actor, dispute);
        var views = new DisputeViews(t);
        var isOpen = dispute.state().isOpen();
        var mayAnswer = isOpen
                && actor.scope(Permission.OPERATE_POOL).sees(dispute.subject().provider());
        var mayWithdraw = isOpen
                && actor.scope(Permission.DISPUTE_BILL).sees(dispute.subject().firm());
        var due = isOpen ? dues.at(dispute.answerBy()) : null;
        var parties = parties(actor, t, dispute);
        var page = new DisputePage(
                DisputeViews.tag(dispute),
                due,
                views.steps(dispute),
                views.next(dispute, parties.provider(), clock.instant(), due),
                views.facts(dispute, parties),
                views.bill(bill),
                mayAnswer ? answer(dispute, bill, refused) : null,
                mayWithdraw
                        ? Form.to("/bill-disputes/" + dispute.id() + "/withdrawal", "compute.dispute.withdraw")
                                .keyed(keys.fresh())
                        : null);
        return PageView.of("compute/dispute", "compute.dispute.title", page, bill.jobName())
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("compute.nav.disputes", "/bill-disputes"));
    }

    private Form answer(DisputeView dispute, BillView bill, @Nullable Form refused) {
        return refused == null ? DisputeForms.answer(dispute.id(), bill).keyed(keys.fresh()) : refused;
    }

    private DisputeViews.Parties parties(Actor actor, Text t, DisputeView dispute) {
        var end = dispute.end();
        Function<OrgId, String> name = id -> names.of(t, id);
        return new DisputeViews.Parties(
                name.apply(dispute.subject().firm()),
                name.apply(dispute.subject().provider()),
                end == null ? "" : name.apply(end.organisation()),
                disputes.evidence(actor, dispute.id()).map(FileView::name).orElse(null));
    }

    private DisputeView visible(Actor actor, DisputeId id) {
        requireReader(actor);
        return disputes.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private BillView bill(Actor actor, DisputeView dispute) {
        return bills.findAsEither(actor, dispute.subject().bill()).orElseThrow();
    }

    static void requireReader(Actor actor) {
        if (!mayRead(actor)) {
            actor.require(Permission.READ_BILL);
        }
    }
}
