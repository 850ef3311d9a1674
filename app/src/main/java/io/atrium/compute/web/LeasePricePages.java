// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.PoolView;
import io.atrium.compute.Pools;
import io.atrium.compute.lease.ChangeLeasePrice;
import io.atrium.compute.lease.LeasePrices;
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
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/provider/pools/{pool}/lease-price`: what a provider asks for leases of a pool.
@Controller
class LeasePricePages {

    private final Pools pools;
    private final LeasePrices prices;
    private final RequestKeys keys;

    LeasePricePages(Pools pools, LeasePrices prices, RequestKeys keys) {
        this.pools = pools;
        this.prices = prices;
        this.keys = keys;
    }

    @GetMapping("/provider/pools/{pool}/lease-price")
    PageView ask(Actor actor, @PathVariable String pool, Text t) {
        return view(t, own(actor, pool), form(pool));
    }

    @StepUp
    @PostMapping("/provider/pools/{pool}/lease-price")
    ModelAndView change(
            Actor actor, RequestKey key, @PathVariable String pool, Text t, @RequestParam Map<String, String> typed) {
        var own = own(actor, pool);
        var form = form(pool).answered(typed);
        var days = Numbers.of(typed.getOrDefault("days", ""));
        var price = DisputeForms.Money.of(typed.getOrDefault("price", ""));
        var errors = new ArrayList<FieldError>();
        if (days.isEmpty()) {
            errors.add(FieldError.of("days", "compute.form.number"));
        }
        if (price.isEmpty()) {
            errors.add(FieldError.of("price", "compute.provider.price.wrong"));
        }
        if (!errors.isEmpty()) {
            return view(t, own, form.wrong(errors)).refused();
        }
        try {
            prices.change(actor, new ChangeLeasePrice(key, pool, days.getAsInt(), price.get()));
            return SeeOther.to("/provider").saying(Flash.done("compute.lease.flash.PRICE"));
        } catch (RefusedException refused) {
            return view(t, own, form.refused(refused.refusal())).refused();
        }
    }

    private Form form(String pool) {
        return Form.to(
                        "/provider/pools/" + pool + "/lease-price",
                        "compute.lease.price.submit",
                        Field.number("days", "compute.lease.price.days")
                                .unit("compute.unit.days")
                                .hint("compute.lease.price.days.hint"),
                        Field.number("price", "compute.price"))
                .keyed(keys.fresh());
    }

    private PageView view(Text t, PoolView pool, Form form) {
        var effects = new ArrayList<String>();
        effects.add(t.of("compute.lease.price.list", pool.pricePerGpuHour()));
        prices.inForce().stream()
                .filter(step -> step.pool().equals(pool.id()))
                .map(step -> t.of("compute.lease.price.step", step.daysMin(), t.yuan(step.pricePerGpuHour())))
                .forEach(effects::add);
        effects.addAll(List.of(t.of("compute.lease.price.kept"), t.of("compute.lease.price.public")));
        return PageView.of(
                        "compute/provider-form",
                        "compute.lease.price.title",
                        new ProviderPage.Ask(form, effects),
                        pool.id())
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("compute.nav.provider", "/provider"));
    }

    private PoolView own(Actor actor, String pool) {
        actor.require(Permission.OPERATE_POOL);
        var scope = actor.scope(Permission.OPERATE_POOL);
        return pools.find(pool)
                .filter(found -> scope.sees(found.provider()))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
