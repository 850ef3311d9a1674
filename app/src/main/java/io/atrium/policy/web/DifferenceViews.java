// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.dmn.Comparison;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.policy.AmountRule;
import io.atrium.engine.decision.policy.Clause;
import io.atrium.kernel.Fen;
import io.atrium.policy.PolicyVersionView;
import io.atrium.policy.PublishedPolicy;
import io.atrium.policy.domain.TextDifference;
import io.atrium.policy.domain.VersionDifference;
import io.atrium.policy.domain.VersionDifference.Change;
import io.atrium.policy.domain.VersionDifference.Step;
import io.atrium.policy.domain.VersionDifference.Threshold;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.Option;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts what differs between two versions of a policy into words.
final class DifferenceViews {

    private final PolicyWords words;
    private final Text t;
    private final LocalDate today;
    private final PublishedPolicy before;
    private final PublishedPolicy after;

    DifferenceViews(PolicyWords words, LocalDate today, PublishedPolicy before, PublishedPolicy after) {
        this.words = words;
        this.t = words.t();
        this.today = today;
        this.before = before;
        this.after = after;
    }

    DifferencePage page(List<PolicyVersionView> versions) {
        var difference = VersionDifference.between(before.compiled(), after.compiled());
        var about = about();
        var choices = versions.stream()
                .map(PolicyVersionView::version)
                .sorted()
                .map(version -> Option.literal(version, version))
                .toList();
        return new DifferencePage(
                "/policies/" + after.id() + "/differences",
                List.of(
                        Field.select("from", "policy.difference.from", choices).value(before.version()),
                        Field.select("to", "policy.difference.to", choices).value(after.version())),
                before.version(),
                after.version(),
                about,
                changed(difference.conditions().stream().map(this::condition)),
                changed(difference.steps().stream().map(this::step)),
                difference.clauses().stream().map(this::clause).toList(),
                difference.isEmpty() && about.isEmpty());
    }

    /// What reads the same differs only inside the package.
    private static List<DifferencePage.Row> changed(Stream<DifferencePage.Row> rows) {
        return rows.filter(row -> !row.before().equals(row.after())).toList();
    }

    private List<DifferencePage.Row> about() {
        var earlier = facts(before);
        var later = facts(after);
        return later.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(earlier.get(entry.getKey())))
                .map(entry -> row(entry.getKey(), earlier.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    private Map<String, String> facts(PublishedPolicy policy) {
        var facts = new LinkedHashMap<String, String>();
        facts.put(
                t.of("policy.list.status"),
                t.of("policy.status", policy.header().statusOn(today)));
        facts.put(t.of("policy.list.benefit"), words.of(policy.header().benefit()));
        facts.putAll(new PolicyViews(words)
                .about(policy).stream()
                        .collect(Collectors.toMap(Fact::label, Fact::value, (one, _) -> one, LinkedHashMap::new)));
        return facts;
    }

    private DifferencePage.Row condition(Change<Threshold> change) {
        return row(
                words.of(change.either().leaf().label()),
                words(change.before(), this::condition),
                words(change.after(), this::condition));
    }

    private String condition(Threshold threshold) {
        var label = words.of(threshold.leaf().label());
        var how = t.of(
                threshold.leaf().isAssumed()
                        ? "policy.how.assumed"
                        : threshold.leaf().review() ? "policy.how.review" : "policy.how.facts");
        return threshold.comparison() == null || threshold.comparison().threshold() instanceof FactValue.Truth
                ? t.of("policy.difference.condition", label, how)
                : t.of("policy.difference.threshold", label, how, value(threshold.comparison()));
    }

    private String value(Comparison comparison) {
        var value = words.factValue(comparison.subject(), comparison.threshold().text());
        return switch (comparison.operator()) {
            case AT_LEAST -> "≥ " + value;
            case AT_MOST -> "≤ " + value;
            case UNEQUAL -> "≠ " + value;
            case MORE_THAN, LESS_THAN, EQUAL -> comparison.operator().symbol() + " " + value;
        };
    }

    private DifferencePage.Row step(Change<Step> change) {
        return row(
                words.of(change.either().step().label()),
                words(change.before(), this::step),
                words(change.after(), this::step));
    }

    private String step(Step step) {
        var expression = step.expression();
        if (expression == null || !expression.matches("\\d+(\\.\\d+)?")) {
            return words.of(step.step().label());
        }
        return step.step().unit() == AmountRule.Unit.RATIO
                ? t.number(new BigDecimal(expression).movePointRight(2).stripTrailingZeros()) + "%"
                : t.money(Fen.ofYuan(new BigDecimal(expression)));
    }

    private DifferencePage.ClauseChange clause(Change<Clause> change) {
        var later = Optional.ofNullable(change.after());
        var owner = later.isPresent() ? after : before;
        return new DifferencePage.ClauseChange(
                new Reasons(words, owner.content()).clauseName(change.either()),
                kind(change.before(), change.after()),
                TextDifference.of(text(change.before()), text(change.after())));
    }

    private String text(@Nullable Clause clause) {
        if (clause == null) {
            return "";
        }
        return Objects.requireNonNullElseGet(clause.text(), () -> t.of("policy.clauses.unseen"));
    }

    private static <T> @Nullable String words(@Nullable T thing, Function<T, String> phrase) {
        return thing == null ? null : phrase.apply(thing);
    }

    private DifferencePage.Row row(String what, @Nullable String then, @Nullable String now) {
        var none = t.of("policy.difference.none");
        return new DifferencePage.Row(
                what, Objects.requireNonNullElse(then, none), Objects.requireNonNullElse(now, none), kind(then, now));
    }

    private static Tag kind(@Nullable Object then, @Nullable Object now) {
        if (then == null) {
            return new Tag(Tone.GOOD, "policy.difference.added");
        }
        return now == null
                ? new Tag(Tone.BAD, "policy.difference.removed")
                : new Tag(Tone.INFO, "policy.difference.changed");
    }
}
