// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.engine.decision.decide.AmountResult;
import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.policy.AmountRule;
import io.atrium.engine.decision.policy.PolicyHeader;
import io.atrium.kernel.Fen;
import io.atrium.policy.Entitlement;
import io.atrium.policy.GrantView;
import io.atrium.policy.domain.EntitlementGroup;
import io.atrium.web.component.Fact;
import io.atrium.web.component.TimelineEntry;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes the pages of entitlements from decisions.
final class EntitlementViews {

    private static final int HINTS_MAX = 3;

    private final Text t;
    private final PolicyWords words;

    EntitlementViews(Text t, FactCatalogue catalogue) {
        this.t = t;
        this.words = new PolicyWords(t, catalogue);
    }

    EntitlementsPage list(List<Entitlement> entitlements, List<GrantView> grants, String base) {
        var newestGrants = grants.stream()
                .collect(Collectors.toMap(grant -> grant.policy().value(), grant -> grant, (newest, _) -> newest));
        var groups = Arrays.stream(EntitlementGroup.values())
                .map(group -> group(group, entitlements, newestGrants, base))
                .toList();
        var asOf = entitlements.stream()
                .findFirst()
                .map(found -> t.of("policy.entitlements.as-of", found.stored().factsKnownAt()))
                .orElse("");
        return new EntitlementsPage(asOf, entitlements.isEmpty(), groups);
    }

    private EntitlementsPage.Group group(
            EntitlementGroup group, List<Entitlement> all, Map<String, GrantView> grants, String base) {
        var cards = all.stream()
                .filter(found -> found.group() == group)
                .map(found -> card(found, grants, base))
                .toList();
        var key = "policy.group." + group.name();
        return new EntitlementsPage.Group(group.name(), t.of(key + ".title"), t.of(key + ".lead"), cards);
    }

    private EntitlementsPage.Card card(Entitlement entitlement, Map<String, GrantView> grants, String base) {
        var header = entitlement.policy().header();
        var decision = entitlement.stored().decision();
        var grant = grants.get(entitlement.policy().id().value());
        return new EntitlementsPage.Card(
                words.of(header.title()),
                words.of(header.benefit()),
                base + "/" + entitlement.policy().id(),
                Tags.of(decision.outcome()),
                amount(decision),
                t.of("policy.mode", header.mode()),
                issuer(header),
                hints(entitlement),
                grant == null ? null : grant(grant));
    }

    private String issuer(PolicyHeader header) {
        var number = header.document().number();
        return number == null ? words.of(header.issuer()) : words.of(header.issuer()) + " · " + number;
    }

    private List<String> hints(Entitlement entitlement) {
        var decision = entitlement.stored().decision();
        return switch (decision.outcome()) {
            case NOT_YET ->
                reasons(entitlement).changes(decision.nearest()).stream()
                        .limit(HINTS_MAX)
                        .toList();
            case UNKNOWN -> List.of(t.of("policy.card.missing", missing(decision)));
            default -> List.of();
        };
    }

    private String missing(Decision decision) {
        return decision.missingFacts().stream().map(words::factName).collect(Collectors.joining(t.of("policy.comma")));
    }

    EntitlementPage why(Entitlement entitlement, List<Entitlement> history, List<GrantView> grants) {
        var decision = entitlement.stored().decision();
        var header = entitlement.policy().header();
        var reasons = reasons(entitlement);
        return new EntitlementPage(
                words.of(header.benefit()),
                Tags.of(decision.outcome()),
                amount(decision),
                decision.notes().stream().map(note -> t.of("policy.note", note)).toList(),
                reasons.of(decision.conditions()),
                steps(decision.amount(), reasons),
                Optional.ofNullable(decision.amount())
                        .map(AmountResult::assumption)
                        .map(words::of)
                        .orElse(null),
                reasons.changes(decision.nearest()),
                decision.missingFacts().stream().map(words::factName).toList(),
                about(entitlement),
                header.assumptions().stream().map(words::of).toList(),
                new PolicyViews(words).clauses(entitlement.policy()),
                history.stream().map(this::entry).toList(),
                grants.stream()
                        .filter(grant ->
                                grant.policy().equals(entitlement.policy().id()))
                        .map(this::grant)
                        .toList(),
                "/policies/" + entitlement.policy().id());
    }

    private Reasons reasons(Entitlement entitlement) {
        return new Reasons(words, entitlement.policy().content());
    }

    private List<Fact> about(Entitlement entitlement) {
        var stored = entitlement.stored();
        var facts = new ArrayList<>(new PolicyViews(words).about(entitlement.policy()));
        facts.add(Fact.of(
                t.of("policy.about.decided-for"), t.date(stored.decision().asOf())));
        facts.add(Fact.of(t.of("policy.about.known-at"), t.dateTime(stored.factsKnownAt())));
        return facts;
    }

    private List<Fact> steps(@Nullable AmountResult amount, Reasons reasons) {
        if (amount == null) {
            return List.of();
        }
        return amount.steps().stream()
                .map(step -> {
                    var line = Fact.of(words.of(step.label()), words.figure(step))
                            .from(t.of("policy.amount.clause", reasons.clauseName(step.clause())));
                    return step.role() == AmountRule.Role.AMOUNT ? line.total() : line;
                })
                .toList();
    }

    private TimelineEntry entry(Entitlement answer) {
        var decision = answer.stored().decision();
        var outcome = t.of("policy.outcome", decision.outcome());
        var what = t.of("policy.history.entry", outcome, decision.version(), t.dateShort(decision.asOf()));
        return TimelineEntry.of(answer.stored().factsKnownAt(), what);
    }

    private EntitlementsPage.Grant grant(GrantView grant) {
        return new EntitlementsPage.Grant("/grants/" + grant.id(), Tags.of(grant.state()));
    }

    private @Nullable String amount(Decision decision) {
        var amount = decision.amount();
        return amount == null
                ? null
                : amount.yuan()
                        .map(yuan -> t.money(Fen.ofYuan(yuan)))
                        .map(money ->
                                decision.outcome() == Outcome.CEILING ? t.of("policy.amount.up-to", money) : money)
                        .orElse(null);
    }
}
