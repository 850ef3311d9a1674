// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.Simulations;
import io.atrium.web.Crumb;
import io.atrium.web.PageView;
import io.atrium.web.text.Text;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// `/entitlements/simulation?employees=40`: the supposed facts stand in the address, so that a question can be linked;
/// nothing is kept.
@Controller
class SimulationPages {

    private final Simulations simulations;
    private final FactCatalogue catalogue;

    SimulationPages(Simulations simulations, FactCatalogue catalogue) {
        this.simulations = simulations;
        this.catalogue = catalogue;
    }

    @GetMapping("/entitlements/simulation")
    PageView own(Actor actor, @RequestParam Map<String, String> typed, Text t) {
        return page(actor, actor.organisation(), "/entitlements", typed, t);
    }

    @GetMapping("/companies/{firm}/entitlements/simulation")
    PageView ofFirm(Actor actor, @PathVariable OrgId firm, @RequestParam Map<String, String> typed, Text t) {
        return page(actor, firm, "/companies/" + firm + "/entitlements", typed, t);
    }

    private PageView page(Actor actor, OrgId firm, String base, Map<String, String> typed, Text t) {
        var facts = simulations.questions().stream().filter(Supposed::isAskable).toList();
        var supposed = Supposed.of(typed, facts);
        var simulated = simulations
                .compare(actor.scope(Permission.READ_ENTITLEMENT), firm, supposed.values())
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var page = new SimulationViews(t, catalogue).page(base + "/simulation", facts, simulated, typed, supposed);
        var view = PageView.of("policy/simulation", "policy.simulation.title", page)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("policy.entitlements.own", base));
        return supposed.errors().isEmpty() ? view : view.refused();
    }
}
