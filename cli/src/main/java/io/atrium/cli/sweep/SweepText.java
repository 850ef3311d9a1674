// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.sweep;

import io.atrium.cli.console.Table;
import io.atrium.engine.decision.column.PolicyResult;
import io.atrium.engine.decision.decide.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a sweep came to, as tables for people and as fields for programs. Money is shown in yuan, kept in fen.
///
/// @param differences by policy; null without a comparison
record SweepText(
        int firms,
        double seconds,
        Map<String, PolicyResult> results,
        @Nullable Map<String, Difference> differences) {

    String forPeople() {
        var parts = new ArrayList<String>();
        parts.add(new Table(
                        List.of(
                                "policy",
                                "entitled",
                                "ceiling",
                                "review",
                                "not yet",
                                "unknown",
                                "not in force",
                                "budget ¥"),
                        results.values().stream().map(SweepText::row).toList())
                .toString());
        totals().forEach((key, groups) -> parts.add(groupTable(key, groups).toString()));
        if (differences != null) {
            parts.add(differenceTable(differences).toString());
        }
        parts.add(String.format(
                Locale.ROOT,
                "%,d firms × %d policies decided in %.3f s: %,.0f decisions/s",
                firms,
                results.size(),
                seconds,
                rate()));
        return String.join(System.lineSeparator() + System.lineSeparator(), parts);
    }

    Map<String, @Nullable Object> forPrograms() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("firms", firms);
        fields.put("seconds", seconds);
        fields.put("decisions_per_second", Math.round(rate()));
        fields.put("policies", results.values().stream().map(this::fields).toList());
        return fields;
    }

    private double rate() {
        return firms * (double) results.size() / Math.max(seconds, 1e-9);
    }

    private static List<String> row(PolicyResult result) {
        return List.of(
                result.id(),
                Long.toString(result.count(Outcome.ENTITLED)),
                Long.toString(result.count(Outcome.CEILING)),
                Long.toString(result.count(Outcome.REVIEW)),
                Long.toString(result.count(Outcome.NOT_YET)),
                Long.toString(result.count(Outcome.UNKNOWN)),
                Long.toString(result.count(Outcome.NOT_IN_FORCE)),
                yuan(result.budgetFen()));
    }

    /// Over all policies; a firm counts once for each that it gets something from.
    private Map<String, Map<String, PolicyResult.Group>> totals() {
        var totals = new LinkedHashMap<String, Map<String, PolicyResult.Group>>();
        for (var result : results.values()) {
            result.groups()
                    .forEach((key, groups) -> groups.forEach((text, group) ->
                            totals.computeIfAbsent(key, _ -> new TreeMap<>()).merge(text, group, SweepText::sum)));
        }
        return totals;
    }

    private static PolicyResult.Group sum(PolicyResult.Group one, PolicyResult.Group other) {
        return new PolicyResult.Group(one.firms() + other.firms(), one.fen() + other.fen());
    }

    private static Table groupTable(String key, Map<String, PolicyResult.Group> groups) {
        var rows = groups.entrySet().stream()
                .map(group -> List.of(
                        group.getKey().isEmpty() ? "?" : group.getKey(),
                        Long.toString(group.getValue().firms()),
                        yuan(group.getValue().fen())))
                .toList();
        return new Table(List.of(key, "grants", "budget ¥"), rows);
    }

    private static Table differenceTable(Map<String, Difference> differences) {
        var rows = differences.entrySet().stream()
                .filter(difference -> !difference.getValue().isNone())
                .map(difference -> List.of(
                        difference.getKey(),
                        Long.toString(difference.getValue().gained()),
                        Long.toString(difference.getValue().lost()),
                        Long.toString(difference.getValue().more()),
                        Long.toString(difference.getValue().less()),
                        yuan(difference.getValue().budgetFen())))
                .toList();
        return new Table(List.of("changed", "gained", "lost", "more", "less", "budget ¥ ±"), rows);
    }

    private Map<String, @Nullable Object> fields(PolicyResult result) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("policy", result.id());
        fields.put("version", result.policy().policy().policy().header().version());
        for (var outcome : Outcome.values()) {
            fields.put(outcome.name().toLowerCase(Locale.ROOT), result.count(outcome));
        }
        fields.put("budget_fen", result.budgetFen());
        fields.put("groups", groups(result));
        fields.put("rows_instead_of_columns", result.policy().fallbacks().size());
        if (differences != null) {
            fields.put("change", change(differences.get(result.id())));
        }
        return fields;
    }

    private static Map<String, Object> groups(PolicyResult result) {
        var groups = new LinkedHashMap<String, Object>();
        result.groups().forEach((key, byText) -> {
            var texts = new TreeMap<String, Object>();
            byText.forEach((text, group) -> texts.put(text, Map.of("firms", group.firms(), "fen", group.fen())));
            groups.put(key, texts);
        });
        return groups;
    }

    private static @Nullable Map<String, Object> change(@Nullable Difference difference) {
        if (difference == null) {
            return null;
        }
        var fields = new LinkedHashMap<String, Object>();
        fields.put("gained", difference.gained());
        fields.put("lost", difference.lost());
        fields.put("more", difference.more());
        fields.put("less", difference.less());
        fields.put("budget_fen", difference.budgetFen());
        return fields;
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
