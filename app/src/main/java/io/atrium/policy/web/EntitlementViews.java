// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.engine.decision.decide.ConditionStatus;
import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.policy.PolicyHeader;
import io.atrium.engine.decision.policy.PolicyStatus;
import io.atrium.policy.Entitlement;
import io.atrium.policy.GrantView;
import io.atrium.policy.domain.EntitlementGroup;
import io.atrium.web.component.Fact;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes the list of what a firm is entitled to from its decisions.
final class EntitlementViews {

    private static final int HINTS_MAX = 3;
    private static final int FIRST_MAX = 5;
    private static final Set<String> PLACES = Set.of("registered_city", "registered_district");
    private static final List<EntitlementGroup> FOUR = List.of(
            EntitlementGroup.AUTOMATIC, EntitlementGroup.CONFIRM, EntitlementGroup.APPLY, EntitlementGroup.NOT_YET);

    private final Text t;
    private final PolicyWords words;

    EntitlementViews(Text t, FactCatalogue catalogue) {
        this.t = t;
        this.words = new PolicyWords(t, catalogue);
    }

    /// @param base address of the list, under which the cards lead
    /// @param readFacts where somebody else reads what is missing; null for the firm's own people, who add it
    /// @param apply where the reader applies, if anywhere
    EntitlementsPage list(
            FirmTogether together,
            List<GrantView> grants,
            String base,
            @Nullable String readFacts,
            Function<Entitlement, EntitlementsPage.@Nullable Apply> apply) {
        var entitlements = together.entitlements();
        var newestGrants = grants.stream()
                .collect(Collectors.toMap(grant -> grant.policy().value(), grant -> grant, (newest, _) -> newest));
        var cards = entitlements.stream()
                .collect(Collectors.groupingBy(
                        EntitlementViews::shownUnder,
                        Collectors.mapping(found -> card(found, newestGrants, base, apply), Collectors.toList())));
        var asOf = entitlements.stream()
                .findFirst()
                .map(found -> t.of("policy.entitlements.as-of", found.stored().factsKnownAt()))
                .orElse("");
        return new EntitlementsPage(
                asOf,
                first(entitlements, readFacts),
                new OverlapViews(words, together).lines(),
                FOUR.stream().map(group -> group(group, cards)).toList(),
                group(EntitlementGroup.ELSEWHERE, cards),
                group(EntitlementGroup.NOT_IN_FORCE, cards),
                base + "/simulation");
    }

    /// No fact decides a policy whose text was not seen.
    private static boolean isUndecidable(Entitlement found) {
        return found.policy().header().status() == PolicyStatus.SECONDARY_ONLY;
    }

    /// "Not yet" holds both: a threshold that fails, and a fact that is missing; each card says which.
    private static EntitlementGroup shownUnder(Entitlement found) {
        if (isUndecidable(found)) {
            return EntitlementGroup.NOT_IN_FORCE;
        }
        return switch (found.group()) {
            case UNKNOWN, NOT_YET -> isElsewhere(found) ? EntitlementGroup.ELSEWHERE : EntitlementGroup.NOT_YET;
            default -> found.group();
        };
    }

    /// For firms of another place: that is not something to mend by a figure.
    private static boolean isElsewhere(Entitlement found) {
        return found.stored()
                .decision()
                .conditions()
                .leaves()
                .filter(leaf -> leaf.status() == ConditionStatus.UNMET)
                .flatMap(leaf -> leaf.facts().stream())
                .anyMatch(fact -> PLACES.contains(fact.key()));
    }

    private EntitlementsPage.Group group(
            EntitlementGroup group, Map<EntitlementGroup, List<EntitlementsPage.Card>> cards) {
        var key = "policy.group." + group.name();
        return new EntitlementsPage.Group(
                group.name(), t.of(key + ".title"), t.of(key + ".lead"), cards.getOrDefault(group, List.of()));
    }

    /// The facts that most policies wait for.
    private EntitlementsPage.@Nullable First first(List<Entitlement> entitlements, @Nullable String readFacts) {
        var waiting = entitlements.stream()
                .filter(found -> found.group() == EntitlementGroup.UNKNOWN)
                .filter(found -> shownUnder(found) == EntitlementGroup.NOT_YET)
                .flatMap(found -> found.stored().decision().missingFacts().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        if (waiting.isEmpty()) {
            return null;
        }
        var facts = waiting.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(FIRST_MAX)
                .map(entry -> t.of("policy.first.fact", words.factName(entry.getKey()), entry.getValue()))
                .toList();
        boolean hasNone = hasNoFacts(entitlements);
        return readFacts == null
                ? new EntitlementsPage.First(hasNone, facts, "/company/missing", t.of("policy.first.add"))
                : new EntitlementsPage.First(hasNone, facts, hasNone ? null : readFacts, t.of("policy.first.read"));
    }

    private static boolean hasNoFacts(List<Entitlement> entitlements) {
        return entitlements.stream()
                .flatMap(found -> found.stored().decision().conditions().leaves())
                .allMatch(leaf -> leaf.facts().isEmpty());
    }

    private EntitlementsPage.Card card(
            Entitlement entitlement,
            Map<String, GrantView> grants,
            String base,
            Function<Entitlement, EntitlementsPage.@Nullable Apply> apply) {
        var header = entitlement.policy().header();
        var decision = entitlement.stored().decision();
        var grant = grants.get(entitlement.policy().id().value());
        return new EntitlementsPage.Card(
                words.of(header.title()),
                words.of(header.benefit()),
                base + "/" + entitlement.policy().id(),
                Tags.of(decision.outcome()),
                words.amount(decision),
                Tags.of(header.mode()),
                issuer(header),
                terms(header, grant),
                hintTitle(decision.outcome()),
                isUndecidable(entitlement) ? List.of() : hints(entitlement),
                grant == null ? null : grant(grant),
                isElsewhere(entitlement) ? null : apply.apply(entitlement));
    }

    private List<Fact> terms(PolicyHeader header, @Nullable GrantView grant) {
        return List.of(
                Fact.of(t.of("policy.card.deadline"), words.deadline(header.period())),
                Fact.of(t.of("policy.card.when"), new PaidWhen(t).of(header, grant)),
                Fact.of(
                        t.of("policy.about.contact"),
                        words.of(header.contact(), t.of("policy.about.contact.unknown"))));
    }

    private @Nullable String hintTitle(Outcome outcome) {
        return switch (outcome) {
            case NOT_YET -> t.of("policy.card.failing");
            case UNKNOWN -> t.of("policy.card.lacking");
            default -> null;
        };
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
            case UNKNOWN -> List.of(missing(decision));
            default -> List.of();
        };
    }

    private String missing(Decision decision) {
        return decision.missingFacts().stream().map(words::factName).collect(Collectors.joining(t.of("policy.comma")));
    }

    private Reasons reasons(Entitlement entitlement) {
        return new Reasons(words, entitlement.policy().content());
    }

    private EntitlementsPage.Grant grant(GrantView grant) {
        return new EntitlementsPage.Grant(
                "/grants/" + grant.id(),
                t.of("policy.card.grant.about", Integer.toString(grant.budgetYear()), grant.amount()),
                Tags.of(grant.state()));
    }
}
