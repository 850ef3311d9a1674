// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.lease.LeaseId;
import io.atrium.compute.lease.LeaseState;
import io.atrium.compute.lease.LeaseView;
import io.atrium.compute.lease.Leases;
import io.atrium.compute.lease.SignLease;
import io.atrium.compute.lease.StepLease;
import io.atrium.compute.lease.StepLease.Step;
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
import io.atrium.web.StepUp;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The steps of a lease: signed, declined, handed over by the provider; taken back, received, ended early by the firm.
@Controller
class LeaseStepPages {

    private final Leases leases;
    private final LeasePages pages;
    private final RequestKeys keys;

    LeaseStepPages(Leases leases, LeasePages pages, RequestKeys keys) {
        this.leases = leases;
        this.pages = pages;
        this.keys = keys;
    }

    @StepUp
    @PostMapping("/leases/{id}/signature")
    ModelAndView sign(
            Actor actor, RequestKey key, @PathVariable LeaseId id, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.OPERATE_POOL);
        var lease = pages.visible(actor, id);
        var answers = new LeaseForms(typed);
        var form = LeaseForms.sign(id).keyed(keys.fresh()).answered(typed);
        var errors = answers.choiceErrors("affiliated", "only");
        if (!errors.isEmpty()) {
            return pages.view(actor, t, lease, form.wrong(errors)).refused();
        }
        try {
            leases.sign(actor, new SignLease(key, id, answers.isYes("affiliated"), answers.isYes("only")));
            return done(id, "SIGN");
        } catch (RefusedException refused) {
            return pages.view(actor, t, pages.visible(actor, id), form.refused(refused.refusal()))
                    .refused();
        }
    }

    @PostMapping("/leases/{id}/refusal")
    ModelAndView decline(
            Actor actor, RequestKey key, @PathVariable LeaseId id, Text t, @RequestParam Map<String, String> typed) {
        return worded(actor, t, new StepLease(key, id, Step.DECLINE, words(typed)), "refusal");
    }

    @StepUp
    @PostMapping("/leases/{id}/hand-over")
    ModelAndView handOver(
            Actor actor, RequestKey key, @PathVariable LeaseId id, Text t, @RequestParam Map<String, String> typed) {
        return worded(actor, t, new StepLease(key, id, Step.HAND_OVER, words(typed)), "hand-over");
    }

    @PostMapping("/leases/{id}/withdrawal")
    SeeOther withdraw(Actor actor, RequestKey key, @PathVariable LeaseId id) {
        leases.step(actor, new StepLease(key, id, Step.WITHDRAW, ""));
        return done(id, "WITHDRAW");
    }

    @PostMapping("/leases/{id}/receipt")
    SeeOther receive(Actor actor, RequestKey key, @PathVariable LeaseId id) {
        leases.step(actor, new StepLease(key, id, Step.RECEIVE, ""));
        return done(id, "RECEIVE");
    }

    @GetMapping("/leases/{id}/end")
    PageView askEnd(Actor actor, @PathVariable LeaseId id, Text t) {
        var lease = pages.visible(actor, id);
        return end(actor, t, lease, endForm(actor, lease).keyed(keys.fresh()));
    }

    @StepUp
    @PostMapping("/leases/{id}/end")
    ModelAndView end(
            Actor actor, RequestKey key, @PathVariable LeaseId id, Text t, @RequestParam Map<String, String> typed) {
        var lease = pages.visible(actor, id);
        var form = endForm(actor, lease).keyed(keys.fresh()).answered(typed);
        try {
            leases.step(actor, new StepLease(key, id, endStep(actor, lease), words(typed)));
            return done(id, endStep(actor, lease).name());
        } catch (RefusedException refused) {
            return end(actor, t, lease, form.refused(refused.refusal())).refused();
        }
    }

    private PageView end(Actor actor, Text t, LeaseView lease, Form form) {
        var isFirm = new LeaseSight(actor, lease, keys).isFirm();
        var page = new LeasePage.End(
                form,
                new LeaseViews(t).consequences(lease, isFirm, leases.earliestEnd(lease)),
                "/leases/" + lease.id());
        return PageView.of("compute/lease-end", "compute.lease.end." + endStep(actor, lease), page)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("compute.nav.leases", "/leases"));
    }

    private Form endForm(Actor actor, LeaseView lease) {
        var step = endStep(actor, lease);
        var form = Form.to("/leases/" + lease.id() + "/end", "compute.lease.end." + step);
        return step == Step.TAKE_BACK
                ? form.with(Field.of(FieldKind.TEXTAREA, "words", "compute.lease.end.reason"))
                : form;
    }

    /// Which end it is follows from who asks and how far the lease is; nobody else finds it.
    private Step endStep(Actor actor, LeaseView lease) {
        var sight = new LeaseSight(actor, lease, keys);
        if (sight.isFirm()) {
            return lease.state() == LeaseState.SIGNED ? Step.CANCEL : Step.SHORTEN;
        }
        if (sight.isProvider()) {
            return Step.TAKE_BACK;
        }
        throw new RefusedException(CommonRefusal.NOT_FOUND);
    }

    private ModelAndView worded(Actor actor, Text t, StepLease command, String form) {
        actor.require(Permission.OPERATE_POOL);
        pages.visible(actor, command.lease());
        try {
            leases.step(actor, command);
            return done(command.lease(), command.step().name());
        } catch (RefusedException refused) {
            var again = LeaseForms.words(command.lease(), form)
                    .keyed(keys.fresh())
                    .answered(Map.of("words", command.words()))
                    .refused(refused.refusal());
            return pages.view(actor, t, pages.visible(actor, command.lease()), again)
                    .refused();
        }
    }

    private static SeeOther done(LeaseId id, String step) {
        return SeeOther.to("/leases/" + id).saying(Flash.done("compute.lease.flash." + step));
    }

    private static String words(Map<String, String> typed) {
        return typed.getOrDefault("words", "");
    }
}
