// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.joining.DecideJoining;
import io.atrium.compute.joining.DecideJoining.Decision;
import io.atrium.compute.joining.JoiningId;
import io.atrium.compute.joining.JoiningState;
import io.atrium.compute.joining.JoiningStep;
import io.atrium.compute.joining.JoiningView;
import io.atrium.compute.joining.Joinings;
import io.atrium.compute.joining.WithdrawJoining;
import io.atrium.identity.OrganisationNames;
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
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.deadline.Dues;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/provider-joinings/{id}`: one application to join as both sides see it; the operator decides, the provider mends or
/// withdraws.
@Controller
class JoiningPages {

    private final Joinings joinings;
    private final OrganisationNames names;
    private final Dues dues;
    private final RequestKeys keys;

    JoiningPages(Joinings joinings, OrganisationNames names, Dues dues, RequestKeys keys) {
        this.joinings = joinings;
        this.names = names;
        this.dues = dues;
        this.keys = keys;
    }

    @GetMapping("/provider-joinings/{id}")
    PageView show(Actor actor, @PathVariable JoiningId id, Text t) {
        return view(actor, t, visible(actor, id), null);
    }

    @StepUp
    @PostMapping("/provider-joinings/{id}/decision")
    ModelAndView decide(
            Actor actor, RequestKey key, @PathVariable JoiningId id, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.DECIDE_JOINING);
        var joining = visible(actor, id);
        var decision = decision(typed.getOrDefault("decision", ""));
        var form = form(joining).answered(typed);
        if (decision.isEmpty()) {
            var missing = FieldError.of("decision", "compute.provider.choice.wrong");
            return view(actor, t, joining, form.wrong(List.of(missing))).refused();
        }
        try {
            var command = new DecideJoining(key, id, decision.get(), typed.getOrDefault("reason", ""), toMend(typed));
            return moved(id, joinings.decide(actor, command));
        } catch (RefusedException refused) {
            return view(actor, t, visible(actor, id), form.refused(refused.refusal()))
                    .refused();
        }
    }

    @PostMapping("/provider-joinings/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, RequestKey key, @PathVariable JoiningId id) {
        return moved(id, joinings.withdraw(actor, new WithdrawJoining(key, id)));
    }

    private static SeeOther moved(JoiningId id, JoiningState state) {
        return SeeOther.to(JoiningCourse.LIST + "/" + id).saying(Flash.done("compute.joining.flash." + state));
    }

    private static Optional<Decision> decision(String typed) {
        return Arrays.stream(Decision.values())
                .filter(each -> each.name().equals(typed))
                .findFirst();
    }

    private static Map<JoiningStep, String> toMend(Map<String, String> typed) {
        var toMend = new EnumMap<JoiningStep, String>(JoiningStep.class);
        for (var step : JoiningStep.values()) {
            toMend.put(step, typed.getOrDefault("mend_" + step, ""));
        }
        return toMend;
    }

    private JoiningView visible(Actor actor, JoiningId id) {
        return joinings.find(actor.scope(Permission.OPERATE_POOL), id)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private PageView view(Actor actor, Text t, JoiningView joining, @Nullable Form refused) {
        var views = new JoiningViews(t);
        var state = joining.state();
        var waits = state == JoiningState.SUBMITTED;
        var mayDecide = waits && actor.scope(Permission.DECIDE_JOINING).sees(joining.provider());
        var isOwn = actor.scope(Permission.JOIN_AS_PROVIDER).sees(joining.provider());
        var due = waits ? dues.at(joining.submitted().decideBy()) : null;
        var provider = names.of(t, joining.provider());
        var returned = joining.returned();
        var page = new JoiningPage.Record(
                JoiningViews.tag(state),
                views.steps(joining),
                views.next(joining, due),
                due,
                views.facts(joining, provider),
                returned == null ? List.of() : JoiningCourse.remarks(t, returned.toMend()),
                returned == null
                        ? ""
                        : t.of(
                                state == JoiningState.RETURNED
                                        ? "compute.joining.remarks"
                                        : "compute.joining.remarks.mended",
                                returned.at()),
                views.groups(provider, joining.answers(), false),
                isOwn && state == JoiningState.RETURNED ? JoiningCourse.NEW : null,
                mayDecide ? refused == null ? form(joining) : refused : null,
                mayDecide ? consequences(t, joining) : List.of(),
                isOwn && state.isOpen()
                        ? Form.to(JoiningCourse.LIST + "/" + joining.id() + "/withdrawal", "compute.joining.withdraw")
                                .keyed(keys.fresh())
                        : null,
                state == JoiningState.ACCEPTED);
        return PageView.of("compute/joining", "compute.joining.record.title", page, joining.number())
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("compute.joining.list.title", JoiningCourse.LIST));
    }

    private static List<String> consequences(Text t, JoiningView joining) {
        return List.of(
                t.of("compute.joining.consequence.accept"),
                t.of(
                        joining.returned() == null
                                ? "compute.joining.consequence.return"
                                : "compute.joining.consequence.returned"),
                t.of("compute.joining.consequence.decline"));
    }

    /// An application that was returned is not returned again, and not asked about it.
    private Form form(JoiningView joining) {
        var mayReturn = joining.returned() == null;
        var choices = new ArrayList<Option>();
        choices.add(Option.key("ACCEPT", "compute.joining.decision.ACCEPT"));
        if (mayReturn) {
            choices.add(Option.key("RETURN", "compute.joining.decision.RETURN"));
        }
        choices.add(Option.key("DECLINE", "compute.joining.decision.DECLINE"));
        var form = Form.to(
                        JoiningCourse.LIST + "/" + joining.id() + "/decision",
                        "compute.joining.decision.submit",
                        Field.radios("decision", "compute.joining.decision", choices),
                        Field.of(FieldKind.TEXTAREA, "reason", "compute.joining.decision.reason")
                                .hint("compute.joining.decision.reason.hint")
                                .optional())
                .keyed(keys.fresh());
        if (mayReturn) {
            for (var step : JoiningStep.values()) {
                form = form.with(Field.of(FieldKind.TEXTAREA, "mend_" + step, "compute.joining.mend." + step)
                        .optional());
            }
        }
        return form;
    }
}
