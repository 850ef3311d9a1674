// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.PoolView;
import io.atrium.compute.Pools;
import io.atrium.compute.correction.PriceCorrectionEffect;
import io.atrium.compute.correction.PriceCorrections;
import io.atrium.compute.correction.ProposePriceCorrection;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/price-corrections/new`: a wrong price is named, its effect shown, and the correction proposed.
@Controller
class PriceCorrectionAskPages {

    private final PriceCorrections corrections;
    private final Pools pools;
    private final OrganisationNames names;
    private final RequestKeys keys;

    PriceCorrectionAskPages(PriceCorrections corrections, Pools pools, OrganisationNames names, RequestKeys keys) {
        this.corrections = corrections;
        this.pools = pools;
        this.names = names;
        this.keys = keys;
    }

    @GetMapping("/price-corrections/new")
    PageView ask(Actor actor, Text t) {
        return view(t, form(actor));
    }

    /// What it would do, before anything is proposed.
    @PostMapping("/price-corrections/check")
    PageView check(Actor actor, Text t, @RequestParam Map<String, String> typed) {
        var answers = new PriceCorrectionForms(typed);
        var form = form(actor).answered(typed);
        if (!answers.errors().isEmpty()) {
            return view(t, form.wrong(answers.errors())).refused();
        }
        try {
            var wish = answers.wish();
            var effect = corrections.effect(actor, wish);
            var firms = names.of(
                    t,
                    effect.firms().stream()
                            .map(PriceCorrectionEffect.FirmEffect::firm)
                            .toList());
            var views = new PriceCorrectionViews(t);
            var page = new PriceCorrectionPage.Check(
                    views.effect(effect, firms),
                    views.asked(wish),
                    answers.confirm().keyed(keys.fresh()));
            return PageView.of("compute/price-correction-check", "compute.price-correction.check.title", page)
                    .under(
                            Crumb.of("insight.nav.home", "/"),
                            Crumb.of("compute.nav.price-corrections", "/price-corrections"));
        } catch (RefusedException refused) {
            return view(t, form.refused(refused.refusal())).refused();
        }
    }

    @PostMapping("/price-corrections")
    ModelAndView propose(Actor actor, RequestKey key, Text t, @RequestParam Map<String, String> typed) {
        var answers = new PriceCorrectionForms(typed);
        var form = form(actor).answered(typed);
        if (!answers.errors().isEmpty()) {
            return view(t, form.wrong(answers.errors())).refused();
        }
        try {
            var id = corrections.propose(actor, new ProposePriceCorrection(key, answers.wish()));
            return SeeOther.to("/price-corrections/" + id)
                    .saying(Flash.done("compute.price-correction.flash.PROPOSED"));
        } catch (RefusedException refused) {
            return view(t, form.refused(refused.refusal())).refused();
        }
    }

    private Form form(Actor actor) {
        actor.require(Permission.OPERATE_POOL);
        var scope = actor.scope(Permission.OPERATE_POOL);
        return PriceCorrectionForms.ask(pools.list().stream()
                .filter(pool -> scope.sees(pool.provider()))
                .map(PoolView::id)
                .toList());
    }

    private static PageView view(Text t, Form form) {
        var effects = List.of(
                t.of("compute.price-correction.what.kept"),
                t.of("compute.price-correction.what.second"),
                t.of("compute.price-correction.what.told"));
        return PageView.of(
                        "compute/price-correction-new",
                        "compute.price-correction.new",
                        new ProviderPage.Ask(form, effects))
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("compute.nav.price-corrections", "/price-corrections"));
    }
}
