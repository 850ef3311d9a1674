// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.Rules;
import io.atrium.appeal.pattern.CompleteGroup;
import io.atrium.appeal.pattern.ConcludeGroup;
import io.atrium.appeal.pattern.Findings;
import io.atrium.appeal.pattern.RoundGroup;
import io.atrium.appeal.pattern.RoundLine;
import io.atrium.appeal.pattern.Rounds;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.ListQuery;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Column;
import io.atrium.web.component.Due;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Next;
import io.atrium.web.component.Option;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.deadline.Dues;
import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/appeal-findings/round?month=2026-11`: the month's cases that did not end well, and what was concluded for each
/// group.
@Controller
class RoundPages {

    private static final String PATH = FindingPages.PATH + "/round";
    private static final String GROUP = PATH + "/group";

    /// Months that may be chosen.
    private static final int MONTHS = 12;

    private final Rounds rounds;
    private final Rules rules;
    private final OrganisationNames names;
    private final Dues dues;
    private final RequestKeys keys;
    private final BusinessClock clock;

    RoundPages(Rounds rounds, Rules rules, OrganisationNames names, Dues dues, RequestKeys keys, BusinessClock clock) {
        this.rounds = rounds;
        this.rules = rules;
        this.names = names;
        this.dues = dues;
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping(PATH)
    PageView list(Actor actor, ListQuery query, Text t) {
        Findings.requireReader(actor);
        var month = month(query.filter("month")).orElseGet(() -> YearMonth.from(clock.today()));
        var appeals = AppealWords.of(t, rules);
        var rows = rounds.lines(actor, month).stream()
                .map(line -> row(line, appeals, t))
                .toList();
        var table = Table.of(
                "appeal.round.caption",
                Empty.nothingYet("appeal.round.none"),
                rows.size(),
                Column.text("appeal.unit"),
                Column.text("appeal.category"),
                Column.number("appeal.round.cases"),
                Column.number("appeal.round.dissatisfied"),
                Column.number("appeal.round.unsolved"),
                Column.number("appeal.round.redone"),
                Column.number("appeal.round.circulated"),
                Column.text("appeal.round.conclusion"),
                Column.text("appeal.round.state"));
        int cases = rows.stream().mapToInt(RoundPage.Row::cases).sum();
        var sum = t.of("appeal.round.sum", name(month, t), rows.size(), cases);
        var page = new RoundPage(sum, query, List.of(months(month, t)), table, rows);
        return PageView.of("appeal/round", "appeal.round.title", page).under(crumbs());
    }

    private Field months(YearMonth chosen, Text t) {
        var latest = YearMonth.from(clock.today());
        var options = Stream.iterate(latest, each -> each.minusMonths(1))
                .limit(MONTHS)
                .map(each -> Option.literal(each.toString(), name(each, t)))
                .toList();
        return Field.select("month", "appeal.round.month", options).value(chosen.toString());
    }

    private static String name(YearMonth month, Text t) {
        return t.of("appeal.round.of-month", String.valueOf(month.getYear()), month.getMonthValue());
    }

    private RoundPage.Row row(RoundLine line, AppealWords appeals, Text t) {
        var conclusion = line.conclusion();
        return new RoundPage.Row(
                Rounds.href(line.group()),
                names.of(t, line.group().unit()),
                appeals.category(line.group().category()),
                line.cases(),
                line.dissatisfied(),
                line.unsolved(),
                line.redone(),
                line.circulated(),
                state(line),
                conclusion == null ? "" : conclusion.words(),
                conclusion == null ? "" : names.of(t, conclusion.responsible()),
                due(line));
    }

    private static Tag state(RoundLine line) {
        var conclusion = line.conclusion();
        if (conclusion == null) {
            return Tag.of(Tone.WAIT, "appeal.round.state.OPEN");
        }
        return conclusion.done() == null
                ? Tag.of(Tone.INFO, "appeal.round.state.CONCLUDED")
                : Tag.of(Tone.GOOD, "appeal.round.state.DONE");
    }

    private @Nullable Due due(RoundLine line) {
        var conclusion = line.conclusion();
        return conclusion == null || conclusion.done() != null ? null : dues.at(conclusion.dueAt());
    }

    @GetMapping(GROUP)
    PageView show(
            Actor actor,
            Text t,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String category) {
        var shown = found(actor, month, unit, category);
        return view(actor, t, shown, concluding(shown.line(), t), completing(shown.line()));
    }

    @PostMapping(GROUP + "/conclusion")
    ModelAndView conclude(Actor actor, RequestKey key, Text t, @RequestParam Map<String, String> typed) {
        var shown = found(actor, typed);
        var line = shown.line();
        var form = concluding(line, t).answered(typed);
        var by = day(typed.getOrDefault("by", ""));
        var errors = new ArrayList<FieldError>();
        var responsible = organisation(typed.getOrDefault("responsible", ""));
        if (responsible.isEmpty()) {
            errors.add(FieldError.of("responsible", "appeal.field.unit.wrong"));
        }
        if (by.isEmpty()) {
            errors.add(FieldError.of("by", "appeal.field.by.wrong"));
        }
        if (!errors.isEmpty() && Rounds.mayConclude(actor, line)) {
            return view(actor, t, shown, form.wrong(errors), completing(line)).refused();
        }
        try {
            rounds.conclude(
                    actor,
                    new ConcludeGroup(
                            key,
                            line.group(),
                            typed.getOrDefault("conclusion", ""),
                            responsible.orElse(line.group().unit()),
                            by.orElseGet(clock::today)));
            return SeeOther.to(Rounds.href(line.group())).saying(Flash.done("appeal.round.concluded"));
        } catch (RefusedException refused) {
            if (!Rounds.mayConclude(actor, line)) {
                throw refused;
            }
            return view(actor, t, shown, form.refused(refused.refusal()), completing(line))
                    .refused();
        }
    }

    @PostMapping(GROUP + "/completion")
    ModelAndView complete(Actor actor, RequestKey key, Text t, @RequestParam Map<String, String> typed) {
        var shown = found(actor, typed);
        var line = shown.line();
        try {
            rounds.complete(actor, new CompleteGroup(key, line.group(), typed.getOrDefault("done", "")));
            return SeeOther.to(Rounds.href(line.group())).saying(Flash.done("appeal.round.done-said"));
        } catch (RefusedException refused) {
            if (!Rounds.mayComplete(actor, line)) {
                throw refused;
            }
            var form = completing(line).answered(typed).refused(refused.refusal());
            return view(actor, t, shown, concluding(line, t), form).refused();
        }
    }

    private Form concluding(RoundLine line, Text t) {
        var units = rules.units().stream()
                .map(unit -> Option.literal(unit.id().value(), Objects.requireNonNull(OrganisationNames.of(t, unit))))
                .toList();
        return grouped(
                        Form.to(
                                GROUP + "/conclusion",
                                "appeal.round.conclude",
                                Field.of(FieldKind.TEXTAREA, "conclusion", "appeal.round.conclusion")
                                        .hint("appeal.round.conclusion.hint"),
                                Field.select("responsible", "appeal.round.responsible", units)
                                        .value(line.group().unit().value()),
                                Field.of(FieldKind.DATE, "by", "appeal.round.by")),
                        line.group())
                .keyed(keys.fresh());
    }

    private Form completing(RoundLine line) {
        return grouped(
                        Form.to(
                                GROUP + "/completion",
                                "appeal.round.complete",
                                Field.of(FieldKind.TEXTAREA, "done", "appeal.round.done")
                                        .hint("appeal.round.done.hint")),
                        line.group())
                .keyed(keys.fresh());
    }

    private static Form grouped(Form form, RoundGroup group) {
        return form.with(Field.hidden("month", group.month().toString()))
                .with(Field.hidden("unit", group.unit().value()))
                .with(Field.hidden("category", group.category()));
    }

    private PageView view(Actor actor, Text t, Rounds.Shown shown, Form concluding, Form completing) {
        var line = shown.line();
        int hidden = line.cases() - shown.cases().size();
        var page = new RoundPage.Group(
                state(line),
                due(line),
                next(line, t),
                counts(line, t),
                conclusion(line, t),
                FindingPage.Case.table("appeal.round.list", shown.cases().size()),
                shown.cases().stream()
                        .map(appeal -> FindingPage.Case.of(appeal, names, t))
                        .toList(),
                hidden > 0 ? t.of("appeal.round.hidden", line.cases(), hidden) : null,
                Rounds.mayConclude(actor, line) ? concluding : null,
                Rounds.mayComplete(actor, line) ? completing : null);
        return PageView.of(
                        "appeal/round-group",
                        "appeal.round.group",
                        page,
                        name(line.group().month(), t),
                        names.of(t, line.group().unit()),
                        AppealWords.of(t, rules).category(line.group().category()))
                .under(Stream.concat(
                                Stream.of(crumbs()),
                                Stream.of(Crumb.of(
                                        "appeal.round.title",
                                        PATH + "?month=" + line.group().month())))
                        .toArray(Crumb[]::new));
    }

    private @Nullable Next next(RoundLine line, Text t) {
        var conclusion = line.conclusion();
        if (conclusion == null) {
            return new Next(
                    t.of("appeal.round.next.OPEN"), names.of(t, line.group().unit()), null);
        }
        return conclusion.done() == null
                ? new Next(t.of("appeal.round.next.CONCLUDED"), names.of(t, conclusion.responsible()), due(line))
                : null;
    }

    private static List<Fact> counts(RoundLine line, Text t) {
        return List.of(
                Fact.of(t.of("appeal.round.cases"), t.number(line.cases())),
                Fact.of(t.of("appeal.round.dissatisfied"), t.number(line.dissatisfied())),
                Fact.of(t.of("appeal.round.unsolved"), t.number(line.unsolved())),
                Fact.of(t.of("appeal.round.redone"), t.number(line.redone())),
                Fact.of(t.of("appeal.round.circulated"), t.number(line.circulated())));
    }

    private List<Fact> conclusion(RoundLine line, Text t) {
        var conclusion = line.conclusion();
        if (conclusion == null) {
            return List.of();
        }
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("appeal.round.conclusion"), conclusion.words())
                .from(t.of("appeal.finding.closed-by", conclusion.by(), t.dateTime(conclusion.at()))));
        facts.add(Fact.of(t.of("appeal.round.responsible"), names.of(t, conclusion.responsible())));
        facts.add(Fact.of(t.of("appeal.round.by"), t.dateTime(conclusion.dueAt())));
        var done = conclusion.done();
        if (done != null) {
            facts.add(Fact.of(t.of("appeal.round.done"), done.words())
                    .from(t.of("appeal.finding.closed-by", done.by(), t.dateTime(done.at()))));
        }
        return facts;
    }

    private Rounds.Shown found(Actor actor, Map<String, String> typed) {
        return found(
                actor,
                typed.getOrDefault("month", ""),
                typed.getOrDefault("unit", ""),
                typed.getOrDefault("category", ""));
    }

    private Rounds.Shown found(Actor actor, String month, String unit, String category) {
        Findings.requireReader(actor);
        return month(month)
                .flatMap(of -> organisation(unit).map(by -> new RoundGroup(of, by, category)))
                .flatMap(group -> rounds.find(actor, group))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private static Optional<YearMonth> month(String typed) {
        return typed.matches("20\\d\\d-(0[1-9]|1[0-2])") ? Optional.of(YearMonth.parse(typed)) : Optional.empty();
    }

    private static Optional<OrgId> organisation(String typed) {
        return typed.matches("org_[a-z0-9]{1,40}") ? Optional.of(new OrgId(typed)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Crumb[] crumbs() {
        return new Crumb[] {
            Crumb.of("insight.nav.home", "/"),
            Crumb.of("appeal.nav.list", "/appeals"),
            Crumb.of("appeal.nav.findings", FindingPages.PATH)
        };
    }
}
