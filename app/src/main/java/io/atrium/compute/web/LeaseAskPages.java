// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.PoolView;
import io.atrium.compute.Pools;
import io.atrium.compute.lease.LeasePrice;
import io.atrium.compute.lease.LeasePrices;
import io.atrium.compute.lease.Leases;
import io.atrium.compute.lease.RequestLease;
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
import io.atrium.web.component.Option;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/leases/new`: a firm asks what a lease costs, then asks for it.
@Controller
class LeaseAskPages {

    private final Leases leases;
    private final LeasePrices prices;
    private final Pools pools;
    private final OrganisationNames names;
    private final RedeemedLater redeemed;
    private final RequestKeys keys;

    LeaseAskPages(
            Leases leases,
            LeasePrices prices,
            Pools pools,
            OrganisationNames names,
            RedeemedLater redeemed,
            RequestKeys keys) {
        this.leases = leases;
        this.prices = prices;
        this.pools = pools;
        this.names = names;
        this.redeemed = redeemed;
        this.keys = keys;
    }

    @GetMapping("/leases/new")
    PageView ask(Actor actor, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.RENT_GPUS);
        return view(t, form(t).answered(Map.of("pool", typed.getOrDefault("pool", ""))));
    }

    /// The quote, before anything is asked.
    @PostMapping("/leases/check")
    PageView check(Actor actor, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.RENT_GPUS);
        var answers = new LeaseForms(typed);
        var form = form(t).answered(typed);
        if (!answers.errors().isEmpty()) {
            return view(t, form.wrong(answers.errors())).refused();
        }
        try {
            var quote = leases.quote(actor, answers.wish());
            var views = new LeaseViews(t);
            var page = new LeasePage.Check(
                    views.quoted(quote, names.of(t, quote.provider())),
                    views.quotedMoney(quote),
                    Stream.concat(redeemed.words(actor, t).stream(), views.rules(quote.terms()).stream())
                            .toList(),
                    answers.confirm().keyed(keys.fresh()));
            return PageView.of("compute/lease-check", "compute.lease.check.title", page)
                    .under(Crumb.of("insight.nav.home", "/"), Crumb.of("compute.nav.leases", "/leases"));
        } catch (RefusedException refused) {
            return view(t, form.refused(refused.refusal())).refused();
        }
    }

    @PostMapping("/leases")
    ModelAndView request(Actor actor, RequestKey key, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.RENT_GPUS);
        var answers = new LeaseForms(typed);
        var form = form(t).answered(typed);
        if (!answers.errors().isEmpty()) {
            return view(t, form.wrong(answers.errors())).refused();
        }
        try {
            var id = leases.request(actor, new RequestLease(key, answers.wish()));
            return SeeOther.to("/leases/" + id).saying(Flash.done("compute.lease.flash.REQUEST"));
        } catch (RefusedException refused) {
            return view(t, form.refused(refused.refusal())).refused();
        }
    }

    private Form form(Text t) {
        var steps = prices.inForce().stream().collect(Collectors.groupingBy(LeasePrice::pool));
        return LeaseForms.ask(pools.list().stream()
                .filter(pool -> steps.containsKey(pool.id()))
                .map(pool -> option(t, pool, steps.getOrDefault(pool.id(), List.of())))
                .toList());
    }

    private static Option option(Text t, PoolView pool, List<LeasePrice> steps) {
        var from = steps.stream()
                .map(step -> t.of("compute.lease.price.step", step.daysMin(), t.yuan(step.pricePerGpuHour())))
                .collect(Collectors.joining(t.of("compute.lease.price.join")));
        return Option.literal(
                pool.id(), t.of("compute.lease.pool.option", pool.id(), pool.gpuModel(), pool.gpusPerNode(), from));
    }

    private PageView view(Text t, Form form) {
        var effects = List.of(
                t.of("compute.lease.what.prices"),
                t.of("compute.lease.what.quote"),
                t.of("compute.lease.what.signature"),
                t.of("compute.lease.what.held"));
        var wish = new LeasePage.Wish(effects, prices.inForce().isEmpty() ? null : form);
        return PageView.of("compute/lease-new", "compute.lease.new", wish)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("compute.nav.leases", "/leases"));
    }
}
