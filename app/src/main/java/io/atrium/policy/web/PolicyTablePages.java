// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.edit.DecisionText;
import io.atrium.engine.decision.edit.ModelText;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.policy.PolicyDraft;
import io.atrium.policy.PolicyDraftId;
import io.atrium.policy.PolicyDraftOutcome;
import io.atrium.policy.PolicyDrafts;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.Seen;
import io.atrium.web.component.Conflict;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/policy-drafts/{id}/tables/{decision}`: a decision as a plain form, a text field per cell. Every button saves what
/// is
/// typed; one that moves rules or columns does that too. What is faulty is kept as well, and told at its field: a draft
/// may be faulty until it is handed in.
@Controller
class PolicyTablePages {

    private static final String PAGE = PolicyDraftPages.PAGE + "/tables/{decision}";
    private static final String TEXT = "text";

    private final PolicyDrafts drafts;
    private final FactCatalogue catalogue;
    private final RequestKeys keys;

    PolicyTablePages(PolicyDrafts drafts, FactCatalogue catalogue, RequestKeys keys) {
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.keys = keys;
    }

    static String path(PolicyDraft draft, String decision) {
        return PolicyDraftForms.path(draft) + "/tables/" + decision;
    }

    @GetMapping(PAGE)
    PageView show(
            Actor actor,
            Text t,
            @PathVariable PolicyDraftId id,
            @PathVariable String decision,
            @RequestParam(defaultValue = "1") int from) {
        var place = find(actor, id, decision);
        return page(t, place, place.stored(), form(place), from);
    }

    /// A decision of a draft.
    private record Place(PolicyDraft draft, ModelText model, DecisionText stored) {}

    private PageView page(Text t, Place place, DecisionText shown, Form form, int from) {
        var draft = place.draft();
        var views = new TableViews(draft, shown, new PolicyDraftViews(t).problems(draft), t);
        var told = form.isRefused() ? form : form.wrong(views.errors());
        var page = views.page(told, from);
        var title = new PolicyDraftViews(t).title(draft);
        return PageView.of("policy/editor/table", "policy.table.title", page, shown.name(), title, draft.version())
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("policy.drafts.title", PolicyDraftPages.LIST),
                        Crumb.of("policy.draft.title", PolicyDraftForms.path(draft), title, draft.version()),
                        Crumb.of("policy.draft.tab.model", PolicyDraftForms.path(draft) + "/model"));
    }

    /// The text of the table stands in the form only to be compared when somebody else was faster.
    private Form form(Place place) {
        return Form.to(
                        path(place.draft(), place.stored().name()),
                        "policy.table.save",
                        Field.of(FieldKind.TEXTAREA, TEXT, "policy.table.rules")
                                .value(TableForms.words(place.stored())))
                .seen(PolicyDrafts.contentOf(place.draft()))
                .keyed(keys.fresh());
    }

    @PostMapping(PAGE)
    ModelAndView save(
            Actor actor,
            Text t,
            RequestKey key,
            @PathVariable PolicyDraftId id,
            @PathVariable String decision,
            Seen seen,
            @RequestParam Map<String, String> typed) {
        var place = find(actor, id, decision);
        var written = TableForms.typed(place.stored(), typed);
        var button = typed.getOrDefault("do", "");
        var text = place.draft().text();
        var model = place.model().with(TableForms.moved(written, button), ModelTypes.of(catalogue));
        var save =
                new PolicyDrafts.Save(id, new PackageText(text.policy(), model, text.examples(), text.source()), seen);
        return switch (drafts.save(actor, key, save)) {
            case PolicyDraftOutcome.Done _ -> saved(place, typed, button);
            case PolicyDraftOutcome.Refused(var refusal) -> {
                var again = new Place(place.draft(), place.model(), written);
                var answered = form(place).answered(Map.of(TEXT, TableForms.words(written)));
                yield refusal.code() == CommonRefusal.CHANGED_MEANWHILE
                        ? page(t, again, written, overtaken(place, answered), from(typed))
                                .overtaken()
                        : page(t, again, written, answered.refused(refusal), from(typed))
                                .refused();
            }
        };
    }

    @PostMapping(PAGE + "/removal")
    ModelAndView remove(
            Actor actor, RequestKey key, @PathVariable PolicyDraftId id, @PathVariable String decision, Seen seen) {
        var place = find(actor, id, decision);
        var text = place.draft().text();
        var save = new PolicyDrafts.Save(
                id,
                new PackageText(text.policy(), place.model().without(decision), text.examples(), text.source()),
                seen);
        return answer(drafts.save(actor, key, save), PolicyDraftForms.path(place.draft()) + "/model");
    }

    private static ModelAndView answer(PolicyDraftOutcome outcome, String there) {
        return switch (outcome) {
            case PolicyDraftOutcome.Done _ -> SeeOther.to(there).saying(Flash.done("policy.draft.flash.saved"));
            case PolicyDraftOutcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }

    private Form overtaken(Place place, Form answered) {
        var draft = place.draft();
        var change = new Conflict.Change(draft.changed().by(), draft.changed().at());
        return answered.overtaken(
                form(place), change, path(draft, place.stored().name()));
    }

    private static ModelAndView saved(Place place, Map<String, String> typed, String button) {
        int rule = TableForms.target(button);
        int from = rule == 0 ? from(typed) : TableForms.windowOf(rule);
        var there = path(place.draft(), place.stored().name())
                + (from == 1 ? "" : "?from=" + from)
                + (rule == 0 ? "" : "#field-" + TableForms.rule(rule));
        return SeeOther.to(there).saying(Flash.done("policy.draft.flash.saved"));
    }

    private static int from(Map<String, String> typed) {
        var from = typed.getOrDefault("from", "");
        return from.matches("\\d{1,3}") ? TableForms.windowOf(Integer.parseInt(from)) : 1;
    }

    private Place find(Actor actor, PolicyDraftId id, String decision) {
        return drafts.find(actor, id)
                .flatMap(draft -> ModelText.read(draft.text().model())
                        .flatMap(model -> model.find(decision).map(found -> new Place(draft, model, found))))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
