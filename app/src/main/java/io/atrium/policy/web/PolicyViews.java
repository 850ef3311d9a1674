// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.policy.Condition;
import io.atrium.engine.decision.policy.PolicyPackage;
import io.atrium.policy.PolicyVersionView;
import io.atrium.policy.PublishedPolicy;
import io.atrium.web.component.Fact;
import io.atrium.web.component.TimelineEntry;
import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the pages of the catalogue from published policies.
final class PolicyViews {

    private final PolicyWords words;
    private final Text t;

    PolicyViews(PolicyWords words) {
        this.words = words;
        this.t = words.t();
    }

    /// Everything by which a reader may look for a policy: title, benefit, issuer, conditions.
    String words(PublishedPolicy policy) {
        var header = policy.header();
        var conditions = policy.content().conditions().leaves().map(leaf -> words.of(leaf.label()));
        return Stream.concat(
                        Stream.of(
                                words.of(header.title()),
                                words.of(header.benefit()),
                                words.of(header.issuer()),
                                words.of(header.document().name()),
                                String.valueOf(header.document().number())),
                        Stream.concat(
                                conditions,
                                policy.content().clauses().stream()
                                        .flatMap(clause -> Stream.ofNullable(clause.text()))))
                .collect(Collectors.joining("\n"));
    }

    Locale locale() {
        return t.lang().locale();
    }

    String issuer(PublishedPolicy policy) {
        return words.of(policy.header().issuer());
    }

    String title(PublishedPolicy policy) {
        return words.of(policy.header().title());
    }

    PoliciesPage.Row row(PublishedPolicy policy, LocalDate today) {
        var header = policy.header();
        return new PoliciesPage.Row(
                words.of(header.title()),
                "/policies/" + policy.id(),
                words.of(header.benefit()),
                words.of(header.issuer()),
                t.of("policy.mode", header.mode()),
                words.deadlineShort(header.period()),
                Tags.of(header.statusOn(today)));
    }

    /// What else there is beside one version of a policy.
    ///
    /// @param policies every policy of the catalogue
    record Around(
            List<PolicyVersionView> versions, List<PublishedPolicy> policies, LocalDate today, boolean isOfficer) {}

    PolicyPage page(PublishedPolicy policy, Around around) {
        var header = policy.header();
        var about = new ArrayList<>(about(policy));
        about.add(Fact.of(t.of("policy.about.package"), t.of("policy.package.download"))
                .linked("/policies/" + policy.id() + "/package"));
        return new PolicyPage(
                words.of(header.benefit()),
                Tags.of(header.statusOn(around.today())),
                earlier(policy, around.versions()),
                about,
                header.assumptions().stream().map(words::of).toList(),
                conditions(policy),
                clauses(policy),
                policy.compiled().factsAsked().keySet().stream()
                        .map(words::factName)
                        .toList(),
                new TogetherRules(words, around.policies()).lines(policy),
                askedBy(policy, around.policies()),
                around.versions().stream().map(this::version).toList(),
                around.versions().size() < 2 ? null : "/policies/" + policy.id() + "/differences",
                around.isOfficer() ? WorkbenchAsk.PATH + "?source=" + policy.id() : null);
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
                        "clause-" + clause.id(),
                        reasons.clauseName(clause),
                        clause.text(),
                        plain(policy.content(), clause.id())))
                .toList();
    }

    /// A clause in plain words: the conditions and the lines of the amount that rest on it.
    private List<String> plain(PolicyPackage policy, String clause) {
        var conditions = policy.conditions()
                .leaves()
                .filter(leaf -> leaf.clause().equals(clause))
                .map(leaf -> t.of("policy.clauses.plain.condition", words.of(leaf.label())));
        var steps = policy.amount().steps().stream()
                .filter(step -> step.clause().equals(clause))
                .map(step -> t.of("policy.clauses.plain.amount", words.of(step.label())));
        return Stream.concat(conditions, steps).toList();
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
        return TimelineEntry.of(version.publishedAt(), t.of(key, version.version()))
                .linked("/policies/" + version.policy() + "/versions/" + version.version());
    }

    /// A sentence, when another version holds today.
    private @Nullable String earlier(PublishedPolicy policy, List<PolicyVersionView> versions) {
        return versions.stream()
                .filter(PolicyVersionView::isCurrent)
                .filter(version -> !version.version().equals(policy.version()))
                .map(version -> t.of("policy.version.other", policy.version(), version.version()))
                .findFirst()
                .orElse(null);
    }

    /// The policies that ask whether a firm holds this title.
    private List<Fact> askedBy(PublishedPolicy title, List<PublishedPolicy> policies) {
        var fact = title.header().titleFact();
        return policies.stream()
                .filter(policy -> fact != null && !policy.id().equals(title.id()))
                .filter(policy -> policy.compiled().factsAsked().containsKey(String.valueOf(fact)))
                .map(policy -> Fact.of(words.factName(String.valueOf(fact)), title(policy))
                        .linked("/policies/" + policy.id()))
                .toList();
    }
}
