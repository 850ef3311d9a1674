// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.engine.decision.decide.AmountResult;
import io.atrium.engine.decision.policy.AmountRule;
import io.atrium.kernel.Fen;
import io.atrium.policy.Entitlement;
import io.atrium.policy.GrantView;
import io.atrium.web.component.Fact;
import io.atrium.web.component.TimelineEntry;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the page that says why a policy comes to what it comes to (逐条依据), and its official sheet, from one decision.
final class WhyViews {

    private final Text t;
    private final PolicyWords words;
    private final PaidWhen paidWhen;

    WhyViews(Text t, FactCatalogue catalogue) {
        this.t = t;
        this.words = new PolicyWords(t, catalogue);
        this.paidWhen = new PaidWhen(t);
    }

    /// What else there is about the same firm and policy.
    ///
    /// @param grants of this policy, newest first
    /// @param together what the firm's policies come to together
    /// @param base address of the page of today's answer
    record Around(
            List<Entitlement> history,
            List<GrantView> grants,
            FirmTogether together,
            String base,
            EntitlementPage.Links links) {}

    EntitlementPage page(Entitlement entitlement, Around around) {
        var decision = entitlement.stored().decision();
        var header = entitlement.policy().header();
        var reasons = new Reasons(words, entitlement.policy().content());
        return new EntitlementPage(
                earlier(entitlement, around.history()),
                words.of(header.benefit()),
                Tags.of(decision.outcome()),
                words.amount(decision),
                decision.notes().stream().map(note -> t.of("policy.note", note)).toList(),
                reasons.of(decision.conditions()),
                breakdown(entitlement, reasons, around.together()),
                Optional.ofNullable(decision.amount())
                        .map(AmountResult::assumption)
                        .map(words::of)
                        .orElse(null),
                reasons.changes(decision.nearest()),
                decision.missingFacts().stream().map(words::factName).toList(),
                about(entitlement, around.grants()),
                header.assumptions().stream().map(words::of).toList(),
                new PolicyViews(words).clauses(entitlement.policy()),
                around.history().stream()
                        .map(answer -> entry(answer, around.base()))
                        .toList(),
                around.grants().stream().map(this::grant).toList(),
                around.links());
    }

    private @Nullable String earlier(Entitlement shown, List<Entitlement> history) {
        var newest = history.isEmpty() ? shown : history.getFirst();
        return newest.stored().id().equals(shown.stored().id())
                ? null
                : t.of(
                        "policy.why.earlier",
                        t.date(shown.stored().decision().asOf()),
                        shown.stored().decision().version());
    }

    private List<Fact> about(Entitlement entitlement, List<GrantView> grants) {
        var stored = entitlement.stored();
        var facts = new ArrayList<>(new PolicyViews(words).about(entitlement.policy()));
        facts.add(Fact.of(
                t.of("policy.card.when"),
                paidWhen.of(entitlement.policy().header(), grants.isEmpty() ? null : grants.getFirst())));
        facts.add(Fact.of(
                t.of("policy.about.decided-for"), t.date(stored.decision().asOf())));
        facts.add(Fact.of(t.of("policy.about.known-at"), t.dateTime(stored.factsKnownAt())));
        return facts;
    }

    /// Base, rate, cap, amount; then what the firm had of it this year, what other policies take off, what remains.
    private List<Fact> breakdown(Entitlement entitlement, Reasons reasons, FirmTogether together) {
        var amount = entitlement.stored().decision().amount();
        if (amount == null) {
            return List.of();
        }
        var lines = new ArrayList<Fact>();
        for (var step : amount.steps()) {
            var line = Fact.of(words.of(step.label()), words.figure(step))
                    .from(t.of("policy.amount.clause", reasons.clauseName(step.clause())));
            lines.add(step.role() == AmountRule.Role.AMOUNT ? line.total() : line);
        }
        var policy = entitlement.policy().id();
        together.best().find(policy.value()).ifPresent(line -> {
            lines.add(Fact.of(t.of("policy.amount.used"), t.money(together.had(policy))));
            lines.addAll(new OverlapViews(words, together).cuts(line));
            lines.add(Fact.of(t.of("policy.amount.remaining"), t.money(new Fen(line.fen())))
                    .total());
        });
        return lines;
    }

    private TimelineEntry entry(Entitlement answer, String base) {
        var decision = answer.stored().decision();
        var outcome = t.of("policy.outcome", decision.outcome());
        var what = t.of("policy.history.entry", outcome, decision.version(), t.dateShort(decision.asOf()));
        return TimelineEntry.of(answer.stored().factsKnownAt(), what)
                .linked(base + "/decisions/" + answer.stored().id());
    }

    private EntitlementsPage.Grant grant(GrantView grant) {
        return new EntitlementsPage.Grant(
                "/grants/" + grant.id(),
                t.of("policy.card.grant.about", Integer.toString(grant.budgetYear()), grant.amount()),
                Tags.of(grant.state()));
    }
}
