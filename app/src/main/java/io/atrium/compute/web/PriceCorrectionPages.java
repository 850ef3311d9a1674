// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.correction.DecidePriceCorrection;
import io.atrium.compute.correction.PriceCorrectionEffect;
import io.atrium.compute.correction.PriceCorrectionId;
import io.atrium.compute.correction.PriceCorrectionState;
import io.atrium.compute.correction.PriceCorrectionView;
import io.atrium.compute.correction.PriceCorrections;
import io.atrium.compute.correction.WithdrawPriceCorrection;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.Seen;
import io.atrium.web.StepUp;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.deadline.Dues;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/price-corrections`: what was asked by mistake, who proposed to correct it, who agreed, and how far it is.
@Controller
class PriceCorrectionPages {

    /// Bills of a correction on its page.
    private static final int LINES_MAX = 500;

    private final PriceCorrections corrections;
    private final OrganisationNames names;
    private final Dues dues;
    private final RequestKeys keys;

    PriceCorrectionPages(PriceCorrections corrections, OrganisationNames names, Dues dues, RequestKeys keys) {
        this.corrections = corrections;
        this.names = names;
        this.dues = dues;
        this.keys = keys;
    }

    @Bean
    static NavItem priceCorrectionsNavItem() {
        return NavItem.needing(
                Permission.READ_RECEIVABLE, NavGroup.MONEY, "compute.nav.price-corrections", "/price-corrections", 27);
    }

    @GetMapping("/price-corrections")
    PageView list(Actor actor, ListQuery query, Text t) {
        actor.require(Permission.READ_RECEIVABLE);
        var scope = actor.scope(Permission.READ_RECEIVABLE);
        var views = new PriceCorrectionViews(t);
        var page = new PriceCorrectionPage.Listed(
                PriceCorrectionViews.table()
                        .paged(query, corrections.count(scope))
                        .exported(query),
                corrections.list(scope, query.offset(), query.size()).stream()
                        .map(views::row)
                        .toList(),
                actor.may(Permission.OPERATE_POOL));
        return PageView.of("compute/price-corrections", "compute.price-corrections.title", page)
                .under(Crumb.of("insight.nav.home", "/"));
    }

    @GetMapping("/price-corrections/{id}")
    PageView show(Actor actor, @PathVariable PriceCorrectionId id, Text t) {
        return view(actor, t, visible(actor, id), null);
    }

    @StepUp
    @PostMapping("/price-corrections/{id}/decision")
    ModelAndView decide(
            Actor actor,
            RequestKey key,
            @PathVariable PriceCorrectionId id,
            Text t,
            Seen seen,
            @RequestParam(defaultValue = "REJECTED") String end,
            @RequestParam(defaultValue = "") String reason) {
        actor.require(Permission.OPERATE_POOL);
        var correction = visible(actor, id);
        try {
            var decided =
                    corrections.decide(actor, new DecidePriceCorrection(key, id, end.equals("APPROVED"), reason, seen));
            return SeeOther.to("/price-corrections/" + id)
                    .saying(Flash.done("compute.price-correction.flash." + decided));
        } catch (RefusedException refused) {
            var form = decision(correction).answered(Map.of("end", end, "reason", reason));
            return view(actor, t, visible(actor, id), form.refused(refused.refusal()))
                    .refused();
        }
    }

    @PostMapping("/price-corrections/{id}/withdrawal")
    SeeOther withdraw(Actor actor, RequestKey key, @PathVariable PriceCorrectionId id) {
        var end = corrections.withdraw(actor, new WithdrawPriceCorrection(key, id));
        return SeeOther.to("/price-corrections/" + id).saying(Flash.done("compute.price-correction.flash." + end));
    }

    private PageView view(Actor actor, Text t, PriceCorrectionView correction, @Nullable Form refused) {
        var views = new PriceCorrectionViews(t);
        boolean isOpen = correction.state().isOpen();
        boolean isOurs = isOpen && actor.scope(Permission.OPERATE_POOL).sees(correction.provider());
        boolean isSecond = !correction.proposed().person().equals(actor.person());
        var due = isOpen ? dues.at(correction.decideBy()) : null;
        var states = corrections.states(correction.id());
        int all = states.values().stream().mapToInt(Integer::intValue).sum();
        var lines = corrections.lines(correction.id(), LINES_MAX).stream()
                .map(views::line)
                .toList();
        var page = new PriceCorrectionPage(
                PriceCorrectionViews.tag(correction.state()),
                due,
                views.steps(correction),
                views.next(correction, states, due),
                views.facts(correction, names.of(t, correction.provider())),
                isOpen ? effect(t, corrections.effect(correction)) : null,
                isAgreed(correction)
                        ? new PriceCorrectionPage.Lines(PriceCorrectionViews.lineTable(all), lines, all <= LINES_MAX)
                        : null,
                isOurs && isSecond ? refused == null ? decision(correction) : refused : null,
                isOurs ? withdrawal(correction) : null);
        return PageView.of(
                        "compute/price-correction",
                        "compute.price-correction.title",
                        page,
                        correction.wish().pool())
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("compute.nav.price-corrections", "/price-corrections"));
    }

    private static boolean isAgreed(PriceCorrectionView correction) {
        return correction.state() == PriceCorrectionState.APPROVED || correction.state() == PriceCorrectionState.DONE;
    }

    private PriceCorrectionPage.Effect effect(Text t, PriceCorrectionEffect effect) {
        var firms = names.of(
                t,
                effect.firms().stream()
                        .map(PriceCorrectionEffect.FirmEffect::firm)
                        .toList());
        return new PriceCorrectionViews(t).effect(effect, firms);
    }

    private Form decision(PriceCorrectionView correction) {
        return Form.to(
                        "/price-corrections/" + correction.id() + "/decision",
                        "compute.price-correction.decision.submit",
                        Field.radios(
                                "end",
                                "compute.price-correction.decision.choice",
                                List.of(
                                        Option.key("APPROVED", "compute.price-correction.approve"),
                                        Option.key("REJECTED", "compute.price-correction.reject"))),
                        Field.of(FieldKind.TEXTAREA, "reason", "compute.price-correction.decision.reason")
                                .hint("compute.price-correction.decision.reason.hint")
                                .optional())
                .seen(corrections.effect(correction).seen())
                .keyed(keys.fresh());
    }

    private Form withdrawal(PriceCorrectionView correction) {
        return Form.to("/price-corrections/" + correction.id() + "/withdrawal", "compute.price-correction.withdraw")
                .keyed(keys.fresh());
    }

    private PriceCorrectionView visible(Actor actor, PriceCorrectionId id) {
        actor.require(Permission.READ_RECEIVABLE);
        return corrections
                .find(actor.scope(Permission.READ_RECEIVABLE), id)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
