// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.Appeals;
import io.atrium.appeal.Rules;
import io.atrium.appeal.pattern.CloseFinding;
import io.atrium.appeal.pattern.FindingFilter;
import io.atrium.appeal.pattern.FindingFilter.View;
import io.atrium.appeal.pattern.FindingId;
import io.atrium.appeal.pattern.FindingState;
import io.atrium.appeal.pattern.FindingView;
import io.atrium.appeal.pattern.Findings;
import io.atrium.appeal.pattern.NoteSource;
import io.atrium.appeal.pattern.PracticeNotes;
import io.atrium.appeal.pattern.TakeOnFinding;
import io.atrium.engine.meaning.pattern.Finding.Kind;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Next;
import io.atrium.web.component.Option;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.deadline.Dues;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/appeal-findings`: what many needs together say, who looks for the cause by when, and what it was.
@Controller
class FindingPages {

    static final String PATH = "/appeal-findings";

    private static final String ONE_CAUSE = "cause";
    private static final String NO_CAUSE = "none";

    private final Findings findings;
    private final Appeals appeals;
    private final Rules rules;
    private final OrganisationNames names;
    private final Dues dues;
    private final RequestKeys keys;

    FindingPages(
            Findings findings, Appeals appeals, Rules rules, OrganisationNames names, Dues dues, RequestKeys keys) {
        this.findings = findings;
        this.appeals = appeals;
        this.rules = rules;
        this.names = names;
        this.dues = dues;
        this.keys = keys;
    }

    @Bean
    static NavItem findingsNavItem() {
        return new NavItem(
                NavGroup.NEEDS,
                "appeal.nav.findings",
                PATH,
                25,
                viewer -> viewer.filter(Findings::mayRead).isPresent());
    }

    @GetMapping(PATH)
    PageView list(Actor actor, ListQuery query, Text t) {
        Findings.requireReader(actor);
        var filter = filter(actor, query);
        var words = FindingWords.of(t, rules);
        var rows = findings.list(actor, filter, query.offset(), query.size()).stream()
                .map(finding -> row(finding, words, t))
                .toList();
        var table = Table.of(
                        "appeal.findings.caption",
                        Empty.nothingYet("appeal.findings.none." + filter.view()),
                        0,
                        Column.text("appeal.finding"),
                        Column.text("appeal.finding.kind"),
                        Column.number("appeal.finding.cases"),
                        Column.text("appeal.unit"),
                        Column.text("appeal.finding.day"),
                        Column.text("appeal.finding.state"))
                .paged(query, findings.count(actor, filter));
        return PageView.of(
                        "appeal/findings",
                        "appeal.findings.title",
                        new FindingPage.Listed(views(actor, filter, t), query, filters(), table, rows))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("appeal.nav.list", "/appeals"));
    }

    private FindingPage.Row row(FindingView finding, FindingWords words, Text t) {
        return new FindingPage.Row(
                PATH + "/" + finding.id(),
                words.title(finding),
                words.kind(finding),
                finding.cases(),
                names.of(t, finding.unit()),
                FindingWords.tag(finding.state()),
                finding.state().isOpen() ? dues.at(finding.dueAt()) : null,
                t.date(finding.day()));
    }

    /// Opens at what is the reader's to do.
    private static FindingFilter filter(Actor actor, ListQuery query) {
        var view = Arrays.stream(View.values())
                .filter(each -> each.name().equals(query.filter("view")))
                .findFirst()
                .orElse(
                        actor.may(Permission.HANDLE_APPEAL) && !actor.may(Permission.DISPATCH_APPEAL)
                                ? View.MINE
                                : View.OPEN);
        var kind = Arrays.stream(Kind.values())
                .filter(each -> each.name().equals(query.filter("kind")))
                .findFirst()
                .orElse(null);
        return new FindingFilter(view, kind);
    }

    private List<Tab> views(Actor actor, FindingFilter current, Text t) {
        return Stream.of(View.OPEN, View.MINE, View.CLOSED)
                .map(view -> Tab.of(t.of("appeal.finding.view", view), PATH + "?view=" + view, view == current.view())
                        .counting(findings.count(actor, FindingFilter.of(view))))
                .toList();
    }

    private static List<Field> filters() {
        var kinds = Arrays.stream(Kind.values()).map(kind -> Option.key(kind.name(), "appeal.finding.kind." + kind));
        return List.of(Field.select(
                "kind",
                "appeal.finding.kind",
                Stream.concat(Stream.of(Option.key("", "appeal.filter.any")), kinds)
                        .toList()));
    }

    @GetMapping(PATH + "/{id}")
    PageView show(Actor actor, @PathVariable FindingId id, Text t) {
        return view(actor, t, found(actor, id), closing(id));
    }

    @PostMapping(PATH + "/{id}/acceptance")
    ModelAndView takeOn(Actor actor, RequestKey key, @PathVariable FindingId id) {
        found(actor, id);
        findings.takeOn(actor, new TakeOnFinding(key, id));
        return SeeOther.to(PATH + "/" + id).saying(Flash.done("appeal.finding.taken"));
    }

    @PostMapping(PATH + "/{id}/closure")
    ModelAndView close(
            Actor actor, RequestKey key, @PathVariable FindingId id, Text t, @RequestParam Map<String, String> typed) {
        var shown = found(actor, id);
        Findings.requireHand(actor, shown.finding());
        var form = closing(id).answered(typed);
        var result = typed.getOrDefault("result", "");
        if (!result.equals(ONE_CAUSE) && !result.equals(NO_CAUSE)) {
            var missing = FieldError.of("result", "appeal.finding.result.missing");
            return view(actor, t, shown, form.wrong(List.of(missing))).refused();
        }
        try {
            findings.close(
                    actor,
                    new CloseFinding(
                            key,
                            id,
                            result.equals(ONE_CAUSE),
                            typed.getOrDefault("cause", ""),
                            typed.getOrDefault("done", "")));
            return SeeOther.to(PATH + "/" + id).saying(Flash.done("appeal.finding.closed"));
        } catch (RefusedException refused) {
            return view(actor, t, found(actor, id), form.refused(refused.refusal()))
                    .refused();
        }
    }

    private Form closing(FindingId id) {
        return Form.to(
                        PATH + "/" + id + "/closure",
                        "appeal.finding.close",
                        Field.radios(
                                "result",
                                "appeal.finding.result",
                                List.of(
                                        Option.key(ONE_CAUSE, "appeal.finding.result.one"),
                                        Option.key(NO_CAUSE, "appeal.finding.result.none"))),
                        Field.of(FieldKind.TEXTAREA, "cause", "appeal.finding.cause")
                                .hint("appeal.finding.cause.hint"),
                        Field.of(FieldKind.TEXTAREA, "done", "appeal.finding.done")
                                .hint("appeal.finding.done.hint")
                                .optional())
                .keyed(keys.fresh());
    }

    private PageView view(Actor actor, Text t, Findings.Shown shown, Form closing) {
        var finding = shown.finding();
        var words = FindingWords.of(t, rules);
        var due = finding.state().isOpen() ? dues.at(finding.dueAt()) : null;
        var unit = names.of(t, finding.unit());
        boolean mayAct = Findings.mayAct(actor, finding) && finding.state().isOpen();
        int hidden = finding.cases() - shown.cases().size();
        var page = new FindingPage(
                FindingWords.tag(finding.state()),
                words.kind(finding),
                due,
                words.steps(finding.state()),
                finding.state().isOpen() ? new Next(t.of("appeal.finding.next." + finding.state()), unit, due) : null,
                words.reasons(finding.reasons(), firm -> names.of(t, new OrgId(firm))),
                facts(actor, finding, words, unit, t),
                FindingPage.Case.table(
                        "appeal.finding.cases.caption", shown.cases().size()),
                shown.cases().stream()
                        .map(appeal -> FindingPage.Case.of(appeal, names, t))
                        .toList(),
                hidden == 0 ? null : t.of("appeal.finding.hidden", finding.cases(), hidden),
                mayAct && finding.state() == FindingState.OPEN
                        ? Form.to(PATH + "/" + finding.id() + "/acceptance", "appeal.finding.take")
                                .keyed(keys.fresh())
                        : null,
                mayAct ? closing : null,
                outcome(finding, t),
                PracticeNotes.mayWrite(actor, finding)
                        ? NotePages.writing(new NoteSource.OfFinding(finding.id()))
                        : null);
        return PageView.of("appeal/finding", "appeal.finding.page", page, words.title(finding))
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("appeal.nav.list", "/appeals"),
                        Crumb.of("appeal.nav.findings", PATH));
    }

    private List<Fact> facts(Actor actor, FindingView finding, FindingWords words, String unit, Text t) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("appeal.category"), words.category(finding)));
        facts.add(Fact.of(t.of("appeal.place"), words.place(finding)));
        facts.add(Fact.of(
                t.of("appeal.finding.span"),
                t.of("appeal.finding.span.days", t.date(finding.from()), t.date(finding.day()))));
        if (finding.kind() != Kind.REPEATED_FIRM || finding.reasons().again() != null) {
            facts.add(since(actor, finding, t));
        }
        facts.add(Fact.of(t.of("appeal.unit"), unit));
        var taken = finding.taken();
        if (taken != null) {
            facts.add(Fact.of(t.of("appeal.finding.taken-by"), taken.by()).from(t.dateTime(taken.at())));
        }
        var escalated = finding.escalatedAt();
        if (escalated != null) {
            facts.add(Fact.of(t.of("appeal.finding.escalated"), t.dateTime(escalated)));
        }
        return facts;
    }

    /// A finding is closed with its day; what came since of the same category and place is counted beside it.
    private Fact since(Actor actor, FindingView finding, Text t) {
        var since = FindingSince.of(finding);
        int count = appeals.count(actor, since.filter());
        var fact = Fact.of(t.of("appeal.finding.since"), t.of("appeal.finding.since.cases", count))
                .from(t.of("appeal.finding.since.hint"));
        return count == 0 ? fact : fact.linked(since.href());
    }

    private static List<Fact> outcome(FindingView finding, Text t) {
        var outcome = finding.outcome();
        if (outcome == null) {
            return List.of();
        }
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(
                        t.of("appeal.finding.result"),
                        t.of("appeal.finding.result." + (outcome.isOneCause() ? "one" : "none")))
                .from(t.of("appeal.finding.closed-by", outcome.by(), t.dateTime(outcome.at()))));
        facts.add(Fact.of(
                t.of(outcome.isOneCause() ? "appeal.finding.cause.was" : "appeal.finding.why-none"), outcome.cause()));
        if (!outcome.done().isEmpty()) {
            facts.add(Fact.of(t.of("appeal.finding.done"), outcome.done()));
        }
        return facts;
    }

    private Findings.Shown found(Actor actor, FindingId id) {
        Findings.requireReader(actor);
        return findings.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
