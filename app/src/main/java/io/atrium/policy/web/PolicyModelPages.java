// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.edit.EditorModel;
import io.atrium.engine.decision.edit.ModelText;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.policy.PolicyDraft;
import io.atrium.policy.PolicyDraftId;
import io.atrium.policy.PolicyDraftOutcome;
import io.atrium.policy.PolicyDrafts;
import io.atrium.policy.PolicyRefusal;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SecurityHeaders;
import io.atrium.web.SeeOther;
import io.atrium.web.Seen;
import io.atrium.web.component.Conflict;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/policy-drafts/{id}/model`: the model of a draft in dmn-js. It comes back as a form like any other; what is wrong
/// with
/// it is told at its cells. Each decision has a plain form too, [PolicyTablePages].
@Controller
class PolicyModelPages {

    private static final String PAGE = PolicyDraftPages.PAGE + "/model";
    private static final String MODEL = "model";

    private final PolicyDrafts drafts;
    private final FactCatalogue catalogue;
    private final RequestKeys keys;

    PolicyModelPages(PolicyDrafts drafts, FactCatalogue catalogue, RequestKeys keys) {
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.keys = keys;
    }

    @GetMapping(PAGE)
    PageView show(
            Actor actor,
            Text t,
            @PathVariable PolicyDraftId id,
            @RequestParam(defaultValue = "") String view,
            HttpServletResponse response) {
        var draft = find(actor, id);
        return page(t, draft, shown(draft, form(draft), view), response);
    }

    /// @param model as the package has it
    /// @param more the form that adds a decision
    private record Shown(Form form, String model, String view, Form more) {}

    private Shown shown(PolicyDraft draft, Form form, String view) {
        return new Shown(form, draft.text().model(), view, TableForms.more(draft, keys.fresh()));
    }

    private PageView page(Text t, PolicyDraft draft, Shown shown, HttpServletResponse response) {
        SecurityHeaders.allowEditor(response);
        var page = new ModelViews(draft, t).page(shown.form(), shown.model(), shown.view(), shown.more());
        return PolicyDraftPages.view("policy/editor/model", page, draft, t);
    }

    private Form form(PolicyDraft draft) {
        return form(draft, "");
    }

    /// @param words read only when somebody else was faster
    private Form form(PolicyDraft draft, String words) {
        return Form.to(
                        PolicyDraftForms.path(draft) + "/model",
                        "policy.model.save",
                        Field.of(FieldKind.TEXTAREA, MODEL, "policy.draft.file.model")
                                .value(words))
                .seen(PolicyDrafts.contentOf(draft))
                .keyed(keys.fresh());
    }

    @PostMapping(PAGE)
    ModelAndView save(
            Actor actor,
            Text t,
            RequestKey key,
            @PathVariable PolicyDraftId id,
            Seen seen,
            @RequestParam(defaultValue = "") String model,
            @RequestParam(defaultValue = "") String view,
            HttpServletResponse response) {
        var draft = find(actor, id);
        var merged = EditorModel.fromEditor(draft.text().model(), model, ModelTypes.of(catalogue));
        if (merged.isEmpty()) {
            var wrong = List.of(FieldError.of(MODEL, "policy.model.wrong", PackageText.FILE_BYTES_MAX / 1024));
            return page(t, draft, shown(draft, form(draft).wrong(wrong), view), response)
                    .refused();
        }
        var save = new PolicyDrafts.Save(id, with(draft.text(), merged.get()), seen);
        return switch (drafts.save(actor, key, save)) {
            case PolicyDraftOutcome.Done _ ->
                SeeOther.to(PolicyDraftForms.path(draft) + "/model" + query(draft, view))
                        .saying(Flash.done("policy.draft.flash.saved"));
            case PolicyDraftOutcome.Refused(var refusal) -> {
                boolean isOvertaken = refusal.code() == CommonRefusal.CHANGED_MEANWHILE;
                var answered = isOvertaken
                        ? overtaken(draft, merged.get())
                        : form(draft).refused(refusal);
                var shown = new Shown(answered, merged.get(), view, TableForms.more(draft, keys.fresh()));
                var page = page(t, draft, shown, response);
                yield isOvertaken ? page.overtaken() : page.refused();
            }
        };
    }

    /// Adds a decision: a table or an expression.
    @PostMapping(PolicyDraftPages.PAGE + "/tables")
    ModelAndView add(
            Actor actor,
            Text t,
            RequestKey key,
            @PathVariable PolicyDraftId id,
            Seen seen,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response) {
        var draft = find(actor, id);
        var name = typed.getOrDefault("name", "").strip();
        var written = TableForms.added(draft.text().model(), name, typed);
        var outcome = written.isEmpty()
                ? new PolicyDraftOutcome.Refused(Refusal.of(PolicyRefusal.DECISION_NAME_TAKEN, "name", name))
                : drafts.save(actor, key, new PolicyDrafts.Save(id, with(draft.text(), written.get()), seen));
        return switch (outcome) {
            case PolicyDraftOutcome.Done _ ->
                SeeOther.to(PolicyTablePages.path(draft, name)).saying(Flash.done("policy.draft.flash.saved"));
            case PolicyDraftOutcome.Refused(var refusal) -> {
                var more = TableForms.more(draft, keys.fresh()).answered(typed).refused(refusal);
                var shown = new Shown(form(draft), draft.text().model(), "", more);
                yield page(t, draft, shown, response).refused();
            }
        };
    }

    /// Both versions in words, decision by decision where they differ.
    private Form overtaken(PolicyDraft draft, String model) {
        var stored = draft.text().model();
        var change = new Conflict.Change(draft.changed().by(), draft.changed().at());
        return form(draft, differing(model, stored))
                .overtaken(form(draft, differing(stored, model)), change, PolicyDraftForms.path(draft) + "/model");
    }

    private static String differing(String model, String other) {
        var others = ModelText.read(other).map(ModelText::decisions).orElse(List.of());
        return ModelText.read(model).map(ModelText::decisions).orElse(List.of()).stream()
                .filter(decision -> !others.contains(decision))
                .map(decision -> decision.name() + "\n" + TableForms.words(decision))
                .collect(Collectors.joining("\n\n"));
    }

    private static PackageText with(PackageText text, String model) {
        return new PackageText(text.policy(), model, text.examples(), text.source());
    }

    /// Only a decision that is there; the parameter comes from outside.
    private static String query(PolicyDraft draft, String view) {
        return ModelText.read(draft.text().model())
                .flatMap(model -> model.find(view))
                .map(decision -> "?view=" + decision.name())
                .orElse("");
    }

    /// What is wrong with a model that is not saved yet, as the list beside the editor.
    @PostMapping(PAGE + "/check")
    PageView check(Actor actor, Text t, @PathVariable PolicyDraftId id, @RequestParam(defaultValue = "") String model) {
        var draft = find(actor, id);
        var merged = EditorModel.fromEditor(draft.text().model(), model, ModelTypes.of(catalogue))
                .orElse(model);
        var found = new ProblemPlaces(draft, merged, t).beside(PolicyDraftViews.found(with(draft.text(), merged)));
        return PolicyDraftPages.view("policy/editor/_problems", found, draft, t);
    }

    private PolicyDraft find(Actor actor, PolicyDraftId id) {
        return drafts.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
