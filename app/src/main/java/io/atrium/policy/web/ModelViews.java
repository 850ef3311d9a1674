// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.edit.DecisionText;
import io.atrium.engine.decision.edit.EditorModel;
import io.atrium.engine.decision.edit.ModelText;
import io.atrium.engine.decision.read.PolicyFile;
import io.atrium.policy.PolicyDraft;
import io.atrium.policy.web.PolicyDraftPage.ProblemRow;
import io.atrium.policy.web.PolicyModelPage.DecisionRow;
import io.atrium.web.component.Form;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes the page of the graphical editor.
final class ModelViews {

    private final PolicyDraft draft;
    private final Text t;
    private final Map<String, String> meanings;

    ModelViews(PolicyDraft draft, Text t) {
        this.draft = draft;
        this.t = t;
        this.meanings = meanings();
    }

    /// By decision, what its condition says.
    private Map<String, String> meanings() {
        var found = new HashMap<String, String>();
        PolicyFile.read(draft.text().policy(), new io.atrium.engine.decision.problem.Problems())
                .ifPresent(file -> file.conditions().leaves().forEach(leaf -> {
                    var label = leaf.label();
                    found.put(String.valueOf(leaf.decision()), t.lang() == Lang.ZH ? label.zh() : label.en());
                }));
        return found;
    }

    /// @param more the form that adds a decision
    PolicyModelPage page(Form form, String model, String view, Form more) {
        var views = new PolicyDraftViews(t);
        var problems = new ProblemPlaces(draft, t).beside(PolicyDraftViews.found(draft.text()));
        var decisions =
                ModelText.read(draft.text().model()).map(ModelText::decisions).orElse(List.of());
        boolean isKnown =
                decisions.stream().anyMatch(decision -> decision.name().equals(view));
        return new PolicyModelPage(
                PolicyDraftViews.tag(draft),
                views.tabs(draft, "model"),
                form,
                PolicyDraftViews.mayEdit(draft),
                EditorModel.forEditor(model).orElse(null),
                isKnown ? view : "",
                decisions.stream()
                        .map(decision -> row(decision, problems.rows()))
                        .toList(),
                problems,
                PolicyDraftViews.mayEdit(draft) && !decisions.isEmpty() ? more : null,
                PolicyDraftForms.path(draft));
    }

    private DecisionRow row(DecisionText decision, List<ProblemRow> problems) {
        long count = problems.stream()
                .filter(problem ->
                        problem.cell() != null && problem.cell().table().equals(decision.name()))
                .count();
        return new DecisionRow(
                decision.name(),
                meanings.getOrDefault(decision.name(), ""),
                t.of(decision.logic() instanceof DecisionText.Table ? "policy.model.table" : "policy.model.expression"),
                PolicyTablePages.path(draft, decision.name()),
                count == 0 ? null : t.of("policy.model.problems.count", count));
    }
}
