// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.LendingSettings;
import io.atrium.compute.PoolView;
import io.atrium.compute.Pools;
import io.atrium.compute.engine.ConnectPool;
import io.atrium.compute.engine.EngineChoice;
import io.atrium.compute.engine.Engines;
import io.atrium.compute.engine.PoolEngines;
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
import io.atrium.web.Seen;
import io.atrium.web.StepUp;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
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

/// `/provider/pools/{pool}/engine`: where the jobs of a pool run, on this machine or on a cluster of its provider.
@Controller
class PoolEnginePages {

    private final Pools pools;
    private final Engines engines;
    private final PoolEngines poolEngines;
    private final LendingSettings lending;
    private final RequestKeys keys;

    PoolEnginePages(Pools pools, Engines engines, PoolEngines poolEngines, LendingSettings lending, RequestKeys keys) {
        this.pools = pools;
        this.engines = engines;
        this.poolEngines = poolEngines;
        this.lending = lending;
        this.keys = keys;
    }

    @GetMapping("/provider/pools/{pool}/engine")
    PageView ask(Actor actor, @PathVariable String pool, Text t) {
        var own = own(actor, pool);
        return page(t, own, form(t, own));
    }

    @StepUp
    @PostMapping("/provider/pools/{pool}/engine")
    ModelAndView connect(
            Actor actor,
            RequestKey key,
            Seen seen,
            @PathVariable String pool,
            Text t,
            @RequestParam Map<String, String> typed) {
        var own = own(actor, pool);
        try {
            poolEngines.connect(actor, new ConnectPool(key, pool, typed.getOrDefault("engine", ""), seen));
            return SeeOther.to("/provider").saying(Flash.done("compute.engine.flash"));
        } catch (RefusedException refused) {
            return page(t, own, form(t, own).answered(typed).refused(refused.refusal()))
                    .refused();
        }
    }

    private Form form(Text t, PoolView pool) {
        var options = poolEngines.choices(pool).stream()
                .map(choice -> option(t, choice))
                .toList();
        var now = engines.ofPool(pool.id());
        return Form.to(
                        "/provider/pools/" + pool.id() + "/engine",
                        "compute.engine.submit",
                        Field.radios("engine", "compute.engine", options).value(now))
                .keyed(keys.fresh())
                .seen(Seen.of(now));
    }

    private static Option option(Text t, EngineChoice choice) {
        return Option.literal(
                choice.name(),
                choice.isCluster()
                        ? t.of("compute.engine.cluster", EngineNames.cluster(choice.name()), choice.where())
                        : t.of("compute.engine.local-process"));
    }

    private PageView page(Text t, PoolView pool, Form form) {
        var effects = new ArrayList<String>();
        effects.add(t.of("compute.engine.now", EngineNames.of(t, engines.ofPool(pool.id()))));
        effects.add(t.of("compute.engine.effect.from"));
        effects.add(t.of("compute.engine.effect.workload"));
        if (lending.enabled()) {
            effects.add(t.of("compute.engine.effect.lending", lending.grace()));
        }
        effects.add(t.of(
                poolEngines.choices(pool).stream().anyMatch(EngineChoice::isCluster)
                        ? "compute.engine.effect.bill"
                        : "compute.engine.none"));
        return PageView.of(
                        "compute/provider-form",
                        "compute.engine.title",
                        new ProviderPage.Ask(form, List.copyOf(effects)),
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
