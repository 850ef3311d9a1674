// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.company.Companies;
import io.atrium.company.FactDefinition;
import io.atrium.company.FactUses;
import io.atrium.engine.decision.decide.AmountResult;
import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.policy.AmountRule;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.domain.FirmFacts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which policies wait for which missing facts of a firm (缺什么、能享什么), with what each could come to.
@Component
class PolicyFactUses implements FactUses {

    private final Policies policies;
    private final Companies companies;
    private final BusinessClock businessClock;
    private final InstantSource systemClock;

    PolicyFactUses(Policies policies, Companies companies, BusinessClock businessClock, InstantSource systemClock) {
        this.policies = policies;
        this.companies = companies;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
    }

    @Override
    public Map<String, List<Use>> missing(Actor reader, OrgId firm) {
        var uses = new LinkedHashMap<String, List<Use>>();
        if (!reader.scope(Permission.READ_ENTITLEMENT).sees(firm)) {
            return uses;
        }
        var today = businessClock.today();
        var facts = FirmFacts.of(companies.facts(firm, today, systemClock.instant()));
        for (var policy : policies.list()) {
            var decision = policy.compiled().decide(facts, today);
            if (decision.outcome() == Outcome.UNKNOWN) {
                var use = use(policy, decision);
                decision.missingFacts()
                        .forEach(key -> uses.computeIfAbsent(key, _ -> new ArrayList<>())
                                .add(use));
            }
        }
        return uses;
    }

    private static Use use(PublishedPolicy policy, Decision decision) {
        var title = policy.header().title();
        return new Use(
                new FactDefinition.Label(title.zh(), title.en()),
                atMost(decision.amount()),
                "/policies/" + policy.id());
    }

    /// The amount where it is known already, else the cap that the text names.
    private static @Nullable Fen atMost(@Nullable AmountResult amount) {
        return Optional.ofNullable(amount)
                .flatMap(known -> known.yuan().or(() -> cap(known)))
                .map(Fen::ofYuan)
                .orElse(null);
    }

    private static Optional<BigDecimal> cap(AmountResult amount) {
        return amount.steps().stream()
                .filter(step -> step.role() == AmountRule.Role.CAP && step.unit() == AmountRule.Unit.CNY)
                .flatMap(step -> Optional.ofNullable(step.value()).stream())
                .map(value -> new BigDecimal(value).setScale(2, RoundingMode.DOWN))
                .findFirst();
    }
}
