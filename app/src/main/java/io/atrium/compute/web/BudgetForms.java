// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.budget.AtLimit;
import io.atrium.compute.budget.BudgetView;
import io.atrium.compute.budget.SetBudget;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The questions about a budget, and the answers as typed.
record BudgetForms(Map<String, String> typed) {

    /// Usual shares; an assumption of this product.
    private static final String THRESHOLDS = "50, 80, 100";

    static Form ask(String project) {
        return Form.to(
                "/budgets",
                "compute.budget.submit",
                Field.text("project", "compute.job.project")
                        .hint("compute.budget.project.hint")
                        .optional()
                        .value(project),
                limit(),
                thresholds().value(THRESHOLDS),
                atLimit().value(AtLimit.REFUSE.name()));
    }

    static Form change(BudgetView budget) {
        return Form.to(
                        "/budgets/" + budget.id(),
                        "compute.budget.change.submit",
                        limit().value(budget.limit().yuan().toPlainString()),
                        thresholds()
                                .value(budget.thresholds().stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", "))),
                        atLimit().value(budget.atLimit().name()))
                .seen(budget.seen());
    }

    private static Field limit() {
        return Field.number("limit", "compute.budget.limit").hint("compute.budget.limit.hint");
    }

    private static Field thresholds() {
        return Field.text("thresholds", "compute.budget.thresholds").small().hint("compute.budget.thresholds.hint");
    }

    private static Field atLimit() {
        return Field.radios(
                "at_limit",
                "compute.budget.at-limit",
                Arrays.stream(AtLimit.values())
                        .map(each -> Option.key(each.name(), "compute.budget.at-limit." + each))
                        .toList());
    }

    List<FieldError> errors() {
        var errors = new ArrayList<FieldError>();
        if (DisputeForms.Money.of(typed.getOrDefault("limit", "")).isEmpty()) {
            errors.add(FieldError.of("limit", "compute.budget.limit.wrong"));
        }
        if (shares().isEmpty()) {
            errors.add(FieldError.of("thresholds", "compute.budget.thresholds.wrong"));
        }
        if (chosen().isEmpty()) {
            errors.add(FieldError.of("at_limit", "compute.provider.choice.wrong"));
        }
        return errors;
    }

    SetBudget.Terms terms() {
        return new SetBudget.Terms(
                DisputeForms.Money.of(typed.getOrDefault("limit", "")).orElseThrow(),
                shares().orElseThrow(),
                chosen().orElseThrow());
    }

    private Optional<AtLimit> chosen() {
        return Arrays.stream(AtLimit.values())
                .filter(each -> each.name().equals(typed.get("at_limit")))
                .findFirst();
    }

    /// `50, 80, 100`; percent signs and Chinese commas are fine.
    private Optional<List<Integer>> shares() {
        var words = typed.getOrDefault("thresholds", "")
                .replaceAll("[%％]", "")
                .strip()
                .split("[\\s,，、;；]+");
        try {
            return Optional.of(Arrays.stream(words).map(Integer::valueOf).toList());
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
