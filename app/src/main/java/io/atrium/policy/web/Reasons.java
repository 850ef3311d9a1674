// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.decide.ConditionResult;
import io.atrium.engine.decision.decide.ConditionStatus;
import io.atrium.engine.decision.decide.NearestChange;
import io.atrium.engine.decision.policy.Clause;
import io.atrium.engine.decision.policy.PolicyPackage;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Reason;
import io.atrium.web.component.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The explanation of a decision in words: conditions, the facts behind them, the clauses cited.
final class Reasons {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

    private final PolicyWords words;
    private final PolicyPackage policy;

    Reasons(PolicyWords words, PolicyPackage policy) {
        this.words = words;
        this.policy = policy;
    }

    List<Reason> of(ConditionResult root) {
        return root.children().isEmpty()
                ? List.of(reason(root))
                : root.children().stream().map(this::reason).toList();
    }

    private Reason reason(ConditionResult node) {
        var children = node.children().stream().map(this::reason).toList();
        return new Reason(verdict(node.status()), text(node), children.isEmpty() ? basis(node) : null, children);
    }

    private String text(ConditionResult node) {
        var label = words.of(node.label());
        var assumed = node.isAssumed() ? words.t().of("policy.why.assumed", label) : label;
        return node.status() == ConditionStatus.NOT_APPLICABLE
                ? words.t().of("policy.why.not-applicable", assumed)
                : assumed;
    }

    private Reason.Basis basis(ConditionResult leaf) {
        var known = leaf.facts().stream().map(words::fact);
        var missing = leaf.missing().stream()
                .map(key -> Fact.of(words.factName(key), words.t().of("policy.why.fact-missing")));
        var clause = clause(leaf.clause());
        return new Reason.Basis(
                Stream.concat(known, missing).toList(),
                clause.map(this::clauseName).orElse(null),
                clause.map(Clause::text).orElse(null));
    }

    private Optional<Clause> clause(@Nullable String id) {
        return policy.clauses().stream()
                .filter(clause -> clause.id().equals(id))
                .findFirst();
    }

    /// The name of a clause that is cited by its id.
    String clauseName(String id) {
        return clause(id).map(this::clauseName).orElse(id);
    }

    String clauseName(Clause clause) {
        var name = words.t().of("policy.clause", clause.id(), words.of(clause.heading()));
        return clause.isCutOff() ? words.t().of("policy.clause.cut-off", name) : name;
    }

    /// What would have to change, one line per condition.
    List<String> changes(List<NearestChange> nearest) {
        return nearest.stream().map(this::change).toList();
    }

    private String change(NearestChange change) {
        var condition = policy.conditions()
                .leaves()
                .filter(leaf -> leaf.id().equals(change.condition()))
                .map(leaf -> words.of(leaf.label()))
                .findFirst()
                .orElse(change.condition());
        var subject = change.subject();
        var current = change.current();
        if (subject == null || current == null) {
            return condition;
        }
        var now = words.factValue(subject, current);
        return distance(change)
                .map(distance -> words.t().of("policy.change.distance", condition, now, distance))
                .orElseGet(() -> words.t().of("policy.change.value", condition, now));
    }

    /// How far a figure is from its threshold, where both are figures.
    private Optional<String> distance(NearestChange change) {
        return number(change.current())
                .flatMap(current -> number(change.needed())
                        .map(needed -> words.factValue(
                                String.valueOf(change.subject()),
                                needed.subtract(current).abs().toPlainString())));
    }

    private static Optional<BigDecimal> number(@Nullable String text) {
        return text != null && NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static Verdict verdict(ConditionStatus status) {
        return switch (status) {
            case MET, NOT_APPLICABLE -> Verdict.MET;
            case UNMET -> Verdict.UNMET;
            case UNKNOWN -> Verdict.UNKNOWN;
            case MANUAL_REVIEW -> Verdict.REVIEW;
        };
    }
}
