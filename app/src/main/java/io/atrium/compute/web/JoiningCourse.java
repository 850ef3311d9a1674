// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.joining.JoiningAnswers;
import io.atrium.compute.joining.JoiningStep;
import io.atrium.compute.joining.JoiningView;
import io.atrium.compute.joining.JoiningWrong;
import io.atrium.compute.joining.Joinings;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Crumb;
import io.atrium.web.PageView;
import io.atrium.web.component.Step;
import io.atrium.web.draft.DraftView;
import io.atrium.web.draft.Drafts;
import io.atrium.web.draft.SaveDraft;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The way through the questions of an application to join: where the answers are kept between its pages, and what
/// comes next. The answers are a draft of their person until they are handed in.
@Component
class JoiningCourse {

    static final String LIST = "/provider-joinings";
    static final String NEW = LIST + "/new";

    /// Names what is kept; no page has this address, so that no form is taken for it.
    private static final String KEPT = NEW + "/answers";

    private static final int STEPS = JoiningStep.values().length + 1;

    private final Joinings joinings;
    private final Drafts drafts;

    JoiningCourse(Joinings joinings, Drafts drafts) {
        this.joinings = joinings;
        this.drafts = drafts;
    }

    /// What was answered so far; at first what was returned. Refused to those who cannot hand in anything now.
    JoiningDraft draft(Actor actor) {
        actor.require(Permission.JOIN_AS_PROVIDER);
        joinings.obstacle(actor.organisation()).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        return drafts.find(actor, KEPT)
                .map(JoiningCourse::draft)
                .or(() -> joinings.findOpen(actor.organisation())
                        .map(JoiningView::answers)
                        .map(JoiningDraft::of))
                .orElseGet(JoiningDraft::empty);
    }

    private static JoiningDraft draft(DraftView kept) {
        var typed = new LinkedHashMap<String, String>();
        kept.answers().forEach((name, values) -> typed.put(name, values.isEmpty() ? "" : values.getFirst()));
        return new JoiningDraft(typed);
    }

    void keep(Actor actor, JoiningDraft draft) {
        var answers = new LinkedHashMap<String, List<String>>();
        draft.typed().forEach((name, answer) -> answers.put(name, List.of(answer)));
        drafts.save(new SaveDraft(actor, KEPT, NEW, "compute.joining.draft", answers));
    }

    void forget(Actor actor) {
        drafts.remove(actor, KEPT);
    }

    List<JoiningWrong> wrong(JoiningAnswers answers) {
        return joinings.wrong(answers);
    }

    /// The first page that lacks an answer, or the check.
    String next(JoiningDraft draft) {
        return wrong(draft.answers()).stream()
                .findFirst()
                .map(JoiningCourse::href)
                .orElse(NEW + "/check");
    }

    static String href(JoiningWrong wrong) {
        return wrong.pool() == 0
                ? href(wrong.step())
                : NEW + (wrong.step() == JoiningStep.POOLS ? "/pools/" : "/prices/") + wrong.pool();
    }

    /// Where a step begins.
    static String href(JoiningStep step) {
        return switch (step) {
            case CONTACT -> NEW + "/contact";
            case POOLS -> NEW + "/pools";
            case PRICES -> NEW + "/prices/1";
            case TERMS -> NEW + "/terms";
        };
    }

    /// @param step null for the check, the last
    JoiningPage.Course course(Actor actor, Text t, @Nullable JoiningStep step, String before) {
        int at = step == null ? STEPS : step.ordinal() + 1;
        var steps = new ArrayList<Step>();
        for (var each : JoiningStep.values()) {
            steps.add(new Step(t.of("compute.joining.step", each), state(each.ordinal() + 1, at)));
        }
        steps.add(new Step(t.of("compute.joining.step.CHECK"), state(STEPS, at)));
        var remarks = step == null ? List.<JoiningPage.Remark>of() : remarks(t, toMend(actor, step));
        return new JoiningPage.Course(t.of("compute.joining.position", at, STEPS), steps, remarks, before);
    }

    private static Step.State state(int step, int at) {
        return step == at ? Step.State.CURRENT : step < at ? Step.State.DONE : Step.State.AHEAD;
    }

    private Map<JoiningStep, String> toMend(Actor actor, JoiningStep step) {
        var all = toMend(actor);
        return all.containsKey(step) ? Map.of(step, all.get(step)) : Map.of();
    }

    /// What the operator wants mended in the open application of this provider.
    Map<JoiningStep, String> toMend(Actor actor) {
        return joinings.findOpen(actor.organisation())
                .map(JoiningView::returned)
                .map(JoiningView.Returned::toMend)
                .orElse(Map.of());
    }

    static List<JoiningPage.Remark> remarks(Text t, Map<JoiningStep, String> toMend) {
        return toMend.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new JoiningPage.Remark(t.of("compute.joining.step", each.getKey()), each.getValue()))
                .toList();
    }

    static PageView view(String template, String titleKey, Object page, Object... arguments) {
        return PageView.of(template, titleKey, page, arguments)
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("compute.joining.list.title", LIST),
                        Crumb.of("compute.joining.start.title", NEW));
    }
}
