// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.PolicyDraftFigures;
import io.atrium.policy.PolicyDraftFigures.Target;
import io.atrium.policy.PolicyDraftOutcome;
import io.atrium.policy.WorkbenchResult;
import io.atrium.policy.domain.DraftState;
import io.atrium.policy.domain.MovedPackage;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/policy-workbench/draft?…`: says what writing the figures into a draft would do, and does it.
@Controller
class WorkbenchDraftPages {

    private static final String PATH = WorkbenchAsk.PATH + "/draft";

    private final WorkbenchRuns runs;
    private final PolicyDraftFigures figures;
    private final RequestKeys keys;

    WorkbenchDraftPages(WorkbenchRuns runs, PolicyDraftFigures figures, RequestKeys keys) {
        this.runs = runs;
        this.figures = figures;
        this.keys = keys;
    }

    @GetMapping(PATH)
    PageView ask(Actor actor, Text t, @RequestParam Map<String, String> parameters) {
        actor.require(Permission.WRITE_POLICY);
        var ask = WorkbenchAsk.of(parameters);
        return page(actor, ask, form(ask), t);
    }

    private Form form(WorkbenchAsk ask) {
        var form = Form.to(PATH, "policy.workbench.draft.submit").keyed(keys.fresh());
        for (var parameter : ask.parameters().entrySet()) {
            form = form.with(Field.hidden(parameter.getKey(), parameter.getValue()));
        }
        return form;
    }

    private PageView page(Actor actor, WorkbenchAsk ask, Form form, Text t) {
        var result = runs.run(actor, ask, t);
        var target = figures.target(actor, result.base().policy());
        var nowhere = nowhere(result, target, t);
        var moved = figures.preview(actor, result);
        var page = new ScenarioPage.IntoDraft(
                runs.views(ask, result, t).moved(),
                nowhere,
                nowhere == null ? form : null,
                consequences(target, moved, t),
                stale(result, moved, t),
                ask.href());
        return PageView.of("policy/workbench-draft", "policy.workbench.draft.title", page, runs.title(result.base(), t))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("policy.workbench.title", ask.href()));
    }

    private List<String> stale(WorkbenchResult result, MovedPackage moved, Text t) {
        var reasons = new Reasons(runs.words(t), result.base().compiled().policy());
        return Stream.concat(
                        moved.stale().benefit() ? Stream.of(t.of("policy.list.benefit")) : Stream.of(),
                        moved.stale().clauses().stream().map(reasons::clauseName))
                .toList();
    }

    private static @Nullable String nowhere(WorkbenchResult result, Target target, Text t) {
        if (result.moved().isEmpty()) {
            return t.of("policy.workbench.draft.nothing");
        }
        return switch (target) {
            case Target.Nowhere _ -> t.of("policy.workbench.draft.not-ours");
            case Target.OpenDraft(var draft)
            when draft.state() != DraftState.DRAFT -> t.of("policy.workbench.draft.closed", draft.version());
            case Target.OpenDraft _, Target.NewDraft _ -> null;
        };
    }

    private static List<String> consequences(Target target, MovedPackage moved, Text t) {
        var lines = new ArrayList<String>();
        switch (target) {
            case Target.NewDraft(var from) -> lines.add(t.of("policy.workbench.draft.new", from));
            case Target.OpenDraft(var draft) ->
                lines.add(t.of(
                        "policy.workbench.draft.open",
                        draft.version(),
                        draft.changed().by()));
            case Target.Nowhere _ -> {}
        }
        if (moved.labels() > 0) {
            lines.add(t.of("policy.workbench.draft.labels", moved.labels()));
        }
        if (moved.examples() > 0) {
            lines.add(t.of("policy.workbench.draft.examples", moved.examples()));
        }
        lines.add(t.of("policy.workbench.draft.second"));
        return lines;
    }

    @PostMapping(PATH)
    ModelAndView write(Actor actor, Text t, RequestKey key, @RequestParam Map<String, String> parameters) {
        actor.require(Permission.WRITE_POLICY);
        var ask = WorkbenchAsk.of(parameters);
        if (ask.policy() == null || ask.snapshot() == null) {
            throw WorkbenchRuns.notFound();
        }
        var supposition = runs.supposition(ask, runs.form(actor, ask, t));
        return switch (figures.write(actor, key, supposition)) {
            case PolicyDraftOutcome.Done(var draft) ->
                SeeOther.to("/policy-drafts/" + draft + "/check").saying(Flash.done("policy.workbench.draft.flash"));
            case PolicyDraftOutcome.Refused(var refusal) ->
                page(actor, ask, form(ask).refused(refusal), t).refused();
        };
    }
}
