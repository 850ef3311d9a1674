// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.company.Companies;
import io.atrium.company.FactCatalogue;
import io.atrium.company.FactDefinition;
import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.fact.Fact;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.fact.FactValue.Quantity;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.domain.FirmFacts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What would change if facts were others (政策模拟). Nothing is decided and nothing is kept.
@Component
public class Simulations {

    private final Policies policies;
    private final Companies companies;
    private final FactCatalogue catalogue;
    private final BusinessClock businessClock;
    private final InstantSource systemClock;

    Simulations(
            Policies policies,
            Companies companies,
            FactCatalogue catalogue,
            BusinessClock businessClock,
            InstantSource systemClock) {
        this.policies = policies;
        this.companies = companies;
        this.catalogue = catalogue;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
    }

    /// One policy with the facts as they are, and as they were supposed.
    public record Compared(PublishedPolicy policy, Decision before, Decision after) {

        public boolean isChanged() {
            return before.outcome() != after.outcome() || !Objects.equals(before.amount(), after.amount());
        }
    }

    /// @param known the facts of today, by key, as canonical text
    public record Simulated(Map<String, String> known, List<Compared> policies) {}

    /// The facts that policies in force ask for, in the order of the catalogue.
    @Transactional(readOnly = true)
    public List<FactDefinition> questions() {
        var today = businessClock.today();
        var asked = policies.list().stream()
                .filter(policy -> isInForce(policy, today))
                .flatMap(policy -> policy.compiled().factsAsked().keySet().stream())
                .collect(Collectors.toSet());
        return catalogue.definitions().stream()
                .filter(fact -> asked.contains(fact.key()))
                .toList();
    }

    /// Compares every policy in force; empty where the reader may not see the firm.
    @Transactional(readOnly = true)
    public Optional<Simulated> compare(Scope scope, OrgId firm, Map<String, FactValue> supposed) {
        if (!scope.sees(firm)) {
            return Optional.empty();
        }
        var today = businessClock.today();
        var before = FirmFacts.of(companies.facts(firm, today, systemClock.instant()));
        var after = supposed(before, supposed);
        var compared = policies.list().stream()
                .filter(policy -> isInForce(policy, today))
                .map(policy -> new Compared(
                        policy,
                        policy.compiled().decide(before, today),
                        policy.compiled().decide(after, today)))
                .toList();
        var known = before.keys().stream()
                .collect(Collectors.toMap(
                        key -> key,
                        key -> before.find(key).orElseThrow().value().text()));
        return Optional.of(new Simulated(known, compared));
    }

    private FactSet supposed(FactSet known, Map<String, FactValue> supposed) {
        var facts = known;
        for (var entry : supposed.entrySet()) {
            facts = facts.with(Fact.of(entry.getKey(), entry.getValue()));
        }
        for (var quotient : catalogue.definitions()) {
            var derivation = quotient.derived();
            if (derivation != null && isTouched(derivation, quotient, supposed.keySet())) {
                facts = derived(facts, quotient.key(), derivation);
            }
        }
        return facts;
    }

    /// A quotient follows what it is made of, unless it was supposed itself.
    private static boolean isTouched(
            FactDefinition.Derivation derivation, FactDefinition quotient, Set<String> supposed) {
        return !supposed.contains(quotient.key())
                && (supposed.contains(derivation.dividend()) || supposed.contains(derivation.divisor()));
    }

    private static FactSet derived(FactSet facts, String key, FactDefinition.Derivation derivation) {
        var dividend = number(facts, derivation.dividend());
        var divisor = number(facts, derivation.divisor());
        return dividend.isPresent()
                        && divisor.filter(value -> value.signum() != 0).isPresent()
                ? facts.with(Fact.of(key, new Quantity(dividend.get().divide(divisor.get(), MathContext.DECIMAL64))))
                : facts.without(key);
    }

    private static Optional<BigDecimal> number(FactSet facts, String key) {
        return facts.find(key)
                .map(Fact::value)
                .filter(Quantity.class::isInstance)
                .map(value -> ((Quantity) value).value());
    }

    private static boolean isInForce(PublishedPolicy policy, LocalDate today) {
        var header = policy.header();
        return header.status().canGrant()
                && header.period().hasBegun(today)
                && !header.period().hasEnded(today);
    }
}
