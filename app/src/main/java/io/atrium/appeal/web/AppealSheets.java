// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.AppealId;
import io.atrium.appeal.AppealMove;
import io.atrium.appeal.AppealState;
import io.atrium.appeal.AppealView;
import io.atrium.appeal.Appeals;
import io.atrium.appeal.Rules;
import io.atrium.appeal.StepView;
import io.atrium.files.pdf.OfficialSheets;
import io.atrium.files.pdf.PlainSheet;
import io.atrium.files.pdf.PlainSheet.Section;
import io.atrium.files.pdf.SheetDraft;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Fact;
import io.atrium.web.deadline.Dues;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The answer to an appeal as an official sheet (诉求答复书), for the firm and those who see all of its rows.
@Controller
class AppealSheets {

    private static final String KIND = "appeal-answer";

    private final Appeals appeals;
    private final Rules rules;
    private final OrganisationNames names;
    private final OfficialSheets sheets;
    private final Dues dues;

    AppealSheets(Appeals appeals, Rules rules, OrganisationNames names, OfficialSheets sheets, Dues dues) {
        this.appeals = appeals;
        this.rules = rules;
        this.names = names;
        this.sheets = sheets;
        this.dues = dues;
    }

    static boolean mayIssue(Actor actor, AppealView appeal) {
        return (appeal.state() == AppealState.ANSWERED || appeal.state() == AppealState.CLOSED)
                && appeal.answeredAt() != null
                && actor.scope(Permission.READ_APPEAL).sees(appeal.firm());
    }

    @PostMapping("/appeals/{id}/sheet")
    SeeOther issue(Actor actor, RequestKey key, @PathVariable AppealId id, Text t) {
        actor.require(Permission.READ_APPEAL);
        var appeal = appeals.find(actor, id)
                .filter(found -> mayIssue(actor, found))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var firm = names.of(t, appeal.firm());
        var draft = new SheetDraft(
                KIND,
                Permission.READ_APPEAL,
                new SheetDraft.Holder(appeal.firm(), firm),
                id.value(),
                t.of("appeal.sheet.title", appeal.need().title()),
                PlainSheet.TEMPLATE,
                sheet(actor, appeal, t));
        return SeeOther.to(sheets.issue(actor, key, draft, t).href());
    }

    private PlainSheet sheet(Actor actor, AppealView appeal, Text t) {
        var unit = Objects.requireNonNull(appeal.owner().unit());
        var called = names.of(t, List.of(appeal.firm(), unit));
        var views = new AppealViews(AppealWords.of(t, rules), dues, called);
        return new PlainSheet(List.of(
                new Section(t.of("appeal.sheet.need"), need(appeal, views, t)),
                new Section(t.of("appeal.sheet.answer"), answer(actor, appeal, called, t))));
    }

    private static List<Fact> need(AppealView appeal, AppealViews views, Text t) {
        var facts = new ArrayList<>(views.facts(appeal, List.of()));
        facts.add(Fact.of(t.of("appeal.words"), appeal.need().words()));
        return facts;
    }

    private List<Fact> answer(Actor actor, AppealView appeal, Map<OrgId, String> called, Text t) {
        var answer =
                StepView.last(appeals.steps(actor, appeal), AppealMove.ANSWER).orElseThrow();
        return List.of(
                Fact.of(t.of("appeal.sheet.by"), called.getOrDefault(new OrgId(answer.organisation()), "")),
                Fact.of(t.of("appeal.answered-at"), t.dateTime(answer.at())),
                Fact.of(t.of("appeal.sheet.words"), answer.words()),
                Fact.of(t.of("appeal.field.basis"), orDash(answer.facts().get("basis"))),
                Fact.of(t.of("appeal.field.next"), orDash(answer.facts().get("next"))));
    }

    private static String orDash(@Nullable String text) {
        return text == null || text.isEmpty() ? "—" : text;
    }
}
