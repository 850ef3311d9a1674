// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.policy.Condition;
import io.atrium.policy.PolicyVersionView;
import io.atrium.policy.PublishedPolicy;
import io.atrium.web.component.Fact;
import io.atrium.web.component.TimelineEntry;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;

/// Makes the pages of the catalogue from published policies.
final class PolicyViews {

    private final PolicyWords words;
    private final Text t;

    PolicyViews(PolicyWords words) {
        this.words = words;
        this.t = words.t();
    }

    PoliciesPage.Row row(PublishedPolicy policy) {
        var header = policy.header();
        return new PoliciesPage.Row(
                words.of(header.title()),
                "/policies/" + policy.id(),
                words.of(header.benefit()),
                words.of(header.issuer()),
                t.of("policy.mode", header.mode()),
                words.period(header.period()),
                Tags.of(header.status()));
    }

    PolicyPage page(PublishedPolicy policy, List<PolicyVersionView> versions) {
        var header = policy.header();
        return new PolicyPage(
                words.of(header.benefit()),
                Tags.of(header.status()),
                about(policy),
                header.assumptions().stream().map(words::of).toList(),
                conditions(policy),
                clauses(policy),
                policy.compiled().factsAsked().keySet().stream()
                        .map(words::factName)
                        .toList(),
                versions.stream().map(this::version).toList());
    }

    List<Fact> about(PublishedPolicy policy) {
        var header = policy.header();
        var document = header.document();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("policy.about.issuer"), words.of(header.issuer())));
        facts.add(Fact.of(t.of("policy.about.document"), words.of(document.name()))
                .from(t.of("policy.mark", document.mark())));
        facts.add(Fact.of(
                t.of("policy.about.number"),
                document.number() == null ? t.of("policy.about.number.unknown") : document.number()));
        facts.add(Fact.of(t.of("policy.about.period"), words.period(header.period())));
        facts.add(Fact.of(t.of("policy.about.mode"), t.of("policy.mode", header.mode())));
        facts.add(Fact.of(t.of("policy.about.payment"), t.of("policy.payment", header.payment())));
        facts.add(Fact.of(
                t.of("policy.about.contact"), words.of(header.contact(), t.of("policy.about.contact.unknown"))));
        facts.add(Fact.of(t.of("policy.about.version"), policy.version()));
        return facts;
    }

    List<EntitlementPage.ClauseRow> clauses(PublishedPolicy policy) {
        var reasons = new Reasons(words, policy.content());
        return policy.content().clauses().stream()
                .map(clause -> new EntitlementPage.ClauseRow(
                        "clause-" + clause.id(), reasons.clauseName(clause), clause.text()))
                .toList();
    }

    /// The conditions as the package states them, one line each, before any firm.
    private List<PolicyPage.ConditionLine> conditions(PublishedPolicy policy) {
        var lines = new ArrayList<PolicyPage.ConditionLine>();
        collect(policy.content().conditions(), 0, lines);
        return lines;
    }

    private void collect(Condition condition, int depth, List<PolicyPage.ConditionLine> lines) {
        switch (condition) {
            case Condition.Group group -> {
                lines.add(new PolicyPage.ConditionLine(words.of(group.label()), "", "", depth));
                group.children().forEach(child -> collect(child, depth + 1, lines));
            }
            case Condition.Leaf leaf ->
                lines.add(new PolicyPage.ConditionLine(
                        words.of(leaf.label()),
                        leaf.clause(),
                        t.of(
                                leaf.isAssumed()
                                        ? "policy.how.assumed"
                                        : leaf.review() ? "policy.how.review" : "policy.how.facts"),
                        depth));
        }
    }

    private TimelineEntry version(PolicyVersionView version) {
        var key = version.isCurrent() ? "policy.version.current" : "policy.version.earlier";
        return TimelineEntry.of(version.publishedAt(), t.of(key, version.version()));
    }
}
