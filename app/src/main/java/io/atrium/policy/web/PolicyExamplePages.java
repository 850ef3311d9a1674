// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.propose.Proposal;
import io.atrium.engine.decision.read.ExamplesText;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.policy.PolicyDraft;
import io.atrium.policy.PolicyDraftId;
import io.atrium.policy.PolicyDraftOutcome;
import io.atrium.policy.PolicyDrafts;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.Seen;
import io.atrium.web.component.Conflict;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/policy-drafts/{id}/examples`: what the examples come to, and those that are missing. A proposal is computed by the
/// model; only what an officer confirms as the meaning of the clause becomes an example.
@Controller
class PolicyExamplePages {

    private static final String PAGE = PolicyDraftPages.PAGE + "/examples";
    private static final String CHOSEN = "chosen";
    private static final String TEXT = "examples";

    private final PolicyDrafts drafts;
    private final FactCatalogue catalogue;
    private final RequestKeys keys;

    PolicyExamplePages(PolicyDrafts drafts, FactCatalogue catalogue, RequestKeys keys) {
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.keys = keys;
    }

    @GetMapping(PAGE)
    PageView show(Actor actor, Text t, @PathVariable PolicyDraftId id) {
        var draft = find(actor, id);
        return page(t, draft, form(draft));
    }

    private PageView page(Text t, PolicyDraft draft, Form form) {
        var page = new ExampleViews(draft, new PolicyWords(t, catalogue)).page(form);
        return PolicyDraftPages.view("policy/editor/examples", page, draft, t);
    }

    private Form form(PolicyDraft draft) {
        return Form.to(
                        PolicyDraftForms.path(draft) + "/examples",
                        "policy.examples.confirm",
                        Field.of(FieldKind.TEXTAREA, TEXT, "policy.draft.file.examples")
                                .value(draft.text().examples()))
                .seen(PolicyDrafts.contentOf(draft))
                .keyed(keys.fresh());
    }

    /// @param all every proposal instead of the chosen ones
    @PostMapping(PAGE)
    ModelAndView confirm(
            Actor actor,
            Text t,
            RequestKey key,
            @PathVariable PolicyDraftId id,
            Seen seen,
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "false") boolean all) {
        var draft = find(actor, id);
        var policy = ExampleViews.ready(draft);
        var confirmed = ExampleViews.proposals(draft, policy).stream()
                .filter(proposal -> all || chosen.contains(proposal.id()))
                .toList();
        if (policy == null || confirmed.isEmpty()) {
            var none = List.of(FieldError.of(CHOSEN, "policy.examples.none-chosen"));
            return page(t, draft, form(draft).wrong(none)).refused();
        }
        var examples = confirmed.stream()
                .map(t.lang() == Lang.ZH ? Proposal::exampleInChinese : Proposal::example)
                .toList();
        var written = ExamplesText.with(draft.text().examples(), policy.factsAsked(), examples);
        var save = new PolicyDrafts.Save(id, with(draft.text(), written), seen);
        return switch (drafts.save(actor, key, save)) {
            case PolicyDraftOutcome.Done _ ->
                SeeOther.to(PolicyDraftForms.path(draft) + "/examples")
                        .saying(Flash.done("policy.examples.flash.added", confirmed.size()));
            case PolicyDraftOutcome.Refused(var refusal) -> {
                var answered = form(draft).answered(Map.of(TEXT, written));
                yield refusal.code() == CommonRefusal.CHANGED_MEANWHILE
                        ? page(t, draft, overtaken(draft, answered)).overtaken()
                        : page(t, draft, answered.refused(refusal)).refused();
            }
        };
    }

    private Form overtaken(PolicyDraft draft, Form answered) {
        var change = new Conflict.Change(draft.changed().by(), draft.changed().at());
        return answered.overtaken(form(draft), change, PolicyDraftForms.path(draft) + "/examples");
    }

    private static PackageText with(PackageText text, String examples) {
        return new PackageText(text.policy(), text.model(), examples, text.source());
    }

    private PolicyDraft find(Actor actor, PolicyDraftId id) {
        return drafts.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
