// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.company.FactCatalogue;
import io.atrium.company.FactDefinition;
import io.atrium.company.FactSnapshot;
import io.atrium.engine.decision.decide.Decision;
import io.atrium.kernel.Fen;
import io.atrium.policy.domain.PreCheck;
import io.atrium.web.Seen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An application held against the rules as the facts stand now (预审).
public record ApplicationCheck(PublishedPolicy policy, FactSnapshot facts, Decision decision) {

    /// What the policy reads and nobody has told; a quotient as the figures that make it.
    public List<FactDefinition> missing(FactCatalogue catalogue) {
        return policy.compiled().factsAsked().keySet().stream()
                .flatMap(key -> missing(key, catalogue))
                .distinct()
                .toList();
    }

    private Stream<FactDefinition> missing(String key, FactCatalogue catalogue) {
        var fact = facts.values().containsKey(key) ? null : catalogue.find(key).orElse(null);
        if (fact == null) {
            return Stream.of();
        }
        var made = fact.derived();
        return made == null
                ? Stream.of(fact)
                : Stream.of(made.dividend(), made.divisor()).flatMap(part -> missing(part, catalogue));
    }

    /// Those of them that the firm can state by itself.
    public List<FactDefinition> askable(FactCatalogue catalogue) {
        return missing(catalogue).stream().filter(FactDefinition::declarable).toList();
    }

    /// What stands in the way; only facts on which the answer rests count.
    public PreCheck verdict(FactCatalogue catalogue) {
        var askable = decision.missingFacts().stream()
                .flatMap(key -> missing(key, catalogue))
                .filter(FactDefinition::declarable)
                .map(FactDefinition::key)
                .toList();
        return PreCheck.of(decision, askable);
    }

    /// Whether the rules leave room for a yes, and the firm has told what it can.
    public boolean maySubmit(FactCatalogue catalogue) {
        return verdict(catalogue).maySubmit();
    }

    /// The most that can be approved; empty where the text names no amount, or gives no money.
    public Optional<Fen> ceiling() {
        return Optional.ofNullable(decision.amount())
                .flatMap(amount -> amount.yuan())
                .map(Fen::ofYuan);
    }

    /// What an officer sees when deciding: the file and what the rules say of it.
    public Seen seen(ApplicationView application) {
        var values = decision.conditions()
                .leaves()
                .flatMap(leaf -> leaf.facts().stream())
                .map(fact -> Map.entry(fact.key(), fact.value()))
                .distinct()
                .toList();
        return Seen.of(
                application.id(), application.state(), application.changes(), decision.outcome(), ceiling(), values);
    }
}
