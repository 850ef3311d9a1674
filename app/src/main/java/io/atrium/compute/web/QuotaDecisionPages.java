// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.quota.EndQuotaRequest;
import io.atrium.compute.quota.QuotaRequestId;
import io.atrium.compute.quota.QuotaRequestState;
import io.atrium.compute.quota.QuotaRequestView;
import io.atrium.compute.quota.QuotaRequests;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.StepUp;
import io.atrium.web.component.Due;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/quota-requests/{id}`: one request as firm and operator see it; the operator decides, the firm may withdraw.
@Controller
class QuotaDecisionPages {

    private final QuotaRequests requests;
    private final OrganisationNames names;
    private final RequestKeys keys;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    QuotaDecisionPages(
            QuotaRequests requests,
            OrganisationNames names,
            RequestKeys keys,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.requests = requests;
        this.names = names;
        this.keys = keys;
        this.clock = clock;
        this.calendar = calendar;
    }

    @GetMapping("/quota-requests/{id}")
    PageView show(Actor actor, @PathVariable QuotaRequestId id, Text t) {
        return view(actor, t, visible(actor, id), null);
    }

    @StepUp
    @PostMapping("/quota-requests/{id}/decision")
    ModelAndView decide(
            Actor actor,
            RequestKey key,
            @PathVariable QuotaRequestId id,
            Text t,
            @RequestParam(defaultValue = "DECLINED") String end,
            @RequestParam(defaultValue = "") String reason) {
        var state = end.equals("GRANTED") ? QuotaRequestState.GRANTED : QuotaRequestState.DECLINED;
        var request = visible(actor, id);
        try {
            return ended(actor, new EndQuotaRequest(key, id, state, reason));
        } catch (RefusedException refused) {
            var form = decision(request).answered(Map.of("end", end, "reason", reason));
            return view(actor, t, visible(actor, id), form.refused(refused.refusal()))
                    .refused();
        }
    }

    @PostMapping("/quota-requests/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, RequestKey key, @PathVariable QuotaRequestId id) {
        return ended(actor, new EndQuotaRequest(key, id, QuotaRequestState.WITHDRAWN, ""));
    }

    private SeeOther ended(Actor actor, EndQuotaRequest command) {
        var end = requests.end(actor, command);
        return SeeOther.to("/quota-requests/" + command.request()).saying(Flash.done("compute.quota.flash." + end));
    }

    private QuotaRequestView visible(Actor actor, QuotaRequestId id) {
        return requests.find(actor.scope(Permission.READ_JOB), id)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private PageView view(Actor actor, Text t, QuotaRequestView request, @Nullable Form refused) {
        var views = new QuotaViews(t);
        var isOpen = request.state().isOpen();
        var mayDecide = isOpen && actor.scope(Permission.DECIDE_QUOTA).sees(request.firm());
        var mayWithdraw = isOpen && actor.scope(Permission.ASK_QUOTA).sees(request.firm());
        var page = new QuotaPage.Request(
                QuotaViews.tag(request),
                views.steps(request),
                views.next(request),
                isOpen ? due(request) : null,
                views.facts(request, names.of(t, request.firm())),
                views.effect(requests.effect(request)),
                mayDecide ? refused == null ? decision(request) : refused : null,
                mayWithdraw
                        ? Form.to("/quota-requests/" + request.id() + "/withdrawal", "compute.quota.withdraw")
                                .keyed(keys.fresh())
                        : null);
        return PageView.of(
                        "compute/quota-request",
                        "compute.quota.request.title",
                        page,
                        t.number(request.gpusBefore()),
                        t.number(request.gpusWanted()))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("compute.nav.quota", "/quota"));
    }

    private Form decision(QuotaRequestView request) {
        return Form.to(
                        "/quota-requests/" + request.id() + "/decision",
                        "compute.quota.decision.submit",
                        Field.radios(
                                "end",
                                "compute.quota.decision.choice",
                                List.of(
                                        Option.key("GRANTED", "compute.quota.grant"),
                                        Option.key("DECLINED", "compute.quota.decline"))),
                        Field.of(FieldKind.TEXTAREA, "reason", "compute.quota.decision.reason"))
                .keyed(keys.fresh());
    }

    private Due due(QuotaRequestView request) {
        return Due.of(request.decideBy(), clock.instant(), calendar);
    }
}
