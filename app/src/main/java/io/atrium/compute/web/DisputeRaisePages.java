// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.BillId;
import io.atrium.compute.BillView;
import io.atrium.compute.Bills;
import io.atrium.compute.dispute.Disputes;
import io.atrium.compute.dispute.RaiseDispute;
import io.atrium.files.Attachment;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// `/bills/{id}/disputes/new`: a firm disputes one of its bills.
@Controller
class DisputeRaisePages {

    private final Disputes disputes;
    private final Bills bills;
    private final RequestKeys keys;

    DisputeRaisePages(Disputes disputes, Bills bills, RequestKeys keys) {
        this.disputes = disputes;
        this.bills = bills;
        this.keys = keys;
    }

    @GetMapping("/bills/{id}/disputes/new")
    PageView ask(Actor actor, @PathVariable BillId id, Text t) {
        return view(t, own(actor, id), DisputeForms.raise(id).keyed(keys.fresh()));
    }

    @PostMapping("/bills/{id}/disputes")
    ModelAndView raise(
            Actor actor,
            RequestKey key,
            @PathVariable BillId id,
            Text t,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile evidence)
            throws IOException {
        var bill = own(actor, id);
        var form = DisputeForms.raise(id).keyed(keys.fresh()).answered(typed);
        var about = new DisputeForms(typed).about();
        if (about.isEmpty()) {
            var wrong = FieldError.of("about", "compute.provider.choice.wrong");
            return view(t, bill, form.wrong(List.of(wrong))).refused();
        }
        try {
            var reason = typed.getOrDefault("reason", "");
            var proof = Attachment.chosen(evidence).orElse(null);
            var raised = disputes.raise(actor, new RaiseDispute(key, id, about.get(), reason, proof));
            return SeeOther.to("/bill-disputes/" + raised).saying(Flash.done("compute.dispute.flash.raised"));
        } catch (RefusedException refused) {
            return view(t, bill, form.refused(refused.refusal())).refused();
        }
    }

    private static PageView view(Text t, BillView bill, Form form) {
        var effects = List.of(
                t.of("compute.dispute.effect.who"),
                t.of("compute.dispute.effect.accepted"),
                t.of("compute.dispute.effect.rejected"),
                t.of("compute.dispute.effect.meanwhile"));
        var page = new DisputePage.Ask(new DisputeViews(t).bill(bill), effects, form, "/bills/" + bill.id());
        return PageView.of("compute/dispute-new", "compute.dispute.new.title", page, bill.jobName())
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("compute.nav.bills", "/bills"));
    }

    private BillView own(Actor actor, BillId id) {
        actor.require(Permission.DISPUTE_BILL);
        return bills.find(actor.scope(Permission.DISPUTE_BILL), id)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
