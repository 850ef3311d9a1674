// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.company.Companies;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.domain.ApplicationState;
import io.atrium.policy.domain.FirmFacts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Decides a policy for a firm that applies. A draft is held against the version of today, what was submitted against
/// the
/// version and the day on which it was: a window that closes meanwhile closes nobody out.
@Component
class ApplicationChecks {

    private final Policies policies;
    private final Companies companies;
    private final BusinessClock clock;
    private final InstantSource systemClock;

    ApplicationChecks(Policies policies, Companies companies, BusinessClock clock, InstantSource systemClock) {
        this.policies = policies;
        this.companies = companies;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    ApplicationCheck of(ApplicationView application) {
        var day = application.submittedAt() instanceof Instant at
                ? LocalDate.ofInstant(at, BusinessClock.ZONE)
                : clock.today();
        return application.state() == ApplicationState.DRAFT
                ? of(application.firm(), application.policy()).orElseThrow()
                : check(
                        application.firm(),
                        policies.find(application.policy(), application.version())
                                .orElseThrow(),
                        day);
    }

    /// Before anything was applied for.
    Optional<ApplicationCheck> of(OrgId firm, PolicyId policy) {
        var today = clock.today();
        return policies.find(policy).map(current -> {
            var facts = FirmFacts.of(companies.facts(firm, today, systemClock.instant()));
            return check(firm, versionFor(current, facts, today), today);
        });
    }

    /// A version that is over and kept for firms like this one, else the current one.
    private PublishedPolicy versionFor(PublishedPolicy current, FactSet facts, LocalDate today) {
        return Optional.ofNullable(policies.kept().get(current.id()))
                .filter(kept -> kept.header().isInForce(today, facts))
                .orElse(current);
    }

    private ApplicationCheck check(OrgId firm, PublishedPolicy policy, LocalDate asOf) {
        var facts = companies.facts(firm, clock.today(), systemClock.instant());
        return new ApplicationCheck(policy, facts, policy.compiled().decide(FirmFacts.of(facts), asOf));
    }
}
