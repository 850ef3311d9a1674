// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.ActCommands;
import io.atrium.appeal.ActCommands.Act;
import io.atrium.appeal.AppealId;
import io.atrium.appeal.AppealMove;
import io.atrium.appeal.AppealState;
import io.atrium.appeal.AppealView;
import io.atrium.appeal.Appeals;
import io.atrium.appeal.ClockKind;
import io.atrium.appeal.Closing;
import io.atrium.appeal.Handling;
import io.atrium.appeal.Hands;
import io.atrium.appeal.HelperView;
import io.atrium.appeal.Rules;
import io.atrium.appeal.StepView;
import io.atrium.appeal.Urgency;
import io.atrium.appeal.domain.Clock;
import io.atrium.appeal.domain.RuleBook;
import io.atrium.appeal.memory.CaseMemory;
import io.atrium.appeal.pattern.NoteSource;
import io.atrium.appeal.pattern.PracticeNotes;
import io.atrium.files.Attachments;
import io.atrium.files.FileId;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Due;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.component.Next;
import io.atrium.web.deadline.Dues;
import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/appeals/{id}`: one appeal, and every move that its reader may make, one form at a time (`?act=answer`).
@Controller
class AppealPages {

    private final Appeals appeals;
    private final ActCommands acts;
    private final Handling handling;
    private final Closing closing;
    private final Rules rules;
    private final Attachments attachments;
    private final CaseMemory memory;
    private final PracticeNotes practice;
    private final OrganisationNames names;
    private final Dues dues;
    private final RequestKeys keys;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    AppealPages(
            Appeals appeals,
            ActCommands acts,
            Handling handling,
            Closing closing,
            Rules rules,
            Attachments attachments,
            CaseMemory memory,
            PracticeNotes practice,
            OrganisationNames names,
            Dues dues,
            RequestKeys keys,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.appeals = appeals;
        this.acts = acts;
        this.handling = handling;
        this.closing = closing;
        this.rules = rules;
        this.attachments = attachments;
        this.memory = memory;
        this.practice = practice;
        this.names = names;
        this.dues = dues;
        this.keys = keys;
        this.clock = clock;
        this.calendar = calendar;
    }

    /// Everything about one appeal that its page is made of.
    private record Case(AppealView appeal, List<StepView> steps, List<Clock> clocks, List<HelperView> helpers) {

        Optional<Clock> open(ClockKind kind) {
            return clocks.stream()
                    .filter(each -> each.kind() == kind && each.isOpen())
                    .findFirst();
        }
    }

    @GetMapping("/appeals/{id}")
    PageView show(Actor actor, @PathVariable AppealId id, Text t, @RequestParam(defaultValue = "") String act) {
        var found = read(actor, id);
        var offered = offered(actor, found);
        var chosen = Act.of(act).filter(offered::contains).or(() -> primary(actor, found, offered));
        return view(actor, t, found, chosen.orElse(null), null);
    }

    @PostMapping("/appeals/{id}/{act}")
    ModelAndView act(
            Actor actor,
            RequestKey key,
            @PathVariable AppealId id,
            @PathVariable("act") String path,
            Text t,
            @RequestParam Map<String, String> typed) {
        var act = Act.of(path).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        read(actor, id);
        var wrong = ActForms.wrong(act, typed);
        if (!wrong.isEmpty()) {
            return again(actor, t, id, act, typed, form -> form.wrong(wrong));
        }
        try {
            var state = acts.act(actor, act, key, id, typed);
            boolean isStillSeen = appeals.find(actor, id).isPresent();
            return SeeOther.to(isStillSeen ? "/appeals/" + id : "/appeals")
                    .saying(Flash.done("appeal.act." + act + ".done", state.name()));
        } catch (RefusedException refused) {
            if (refused.refusal().code() == CommonRefusal.NOT_ALLOWED) {
                throw refused;
            }
            return again(actor, t, id, act, typed, form -> form.refused(refused.refusal()));
        }
    }

    private PageView again(
            Actor actor, Text t, AppealId id, Act act, Map<String, String> typed, UnaryOperator<Form> wrong) {
        var found = read(actor, id);
        var form = form(act, found, t).answered(typed);
        return view(actor, t, found, act, wrong.apply(form)).refused();
    }

    @GetMapping("/appeals/{id}/files/{file}")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable AppealId id, @PathVariable FileId file) {
        actor.require(Permission.READ_APPEAL);
        return appeals.file(actor, id, file)
                .map(attachments::download)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private Case read(Actor actor, AppealId id) {
        actor.require(Permission.READ_APPEAL);
        var appeal = appeals.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        return new Case(appeal, appeals.steps(actor, appeal), appeals.clocks(appeal), appeals.helpers(appeal));
    }

    /// The moves that make sense now: those the state and the reader's hand allow, less what is used up.
    private Set<Act> offered(Actor actor, Case found) {
        var moves = Hands.offered(actor, found.appeal());
        var acts = EnumSet.noneOf(Act.class);
        Stream.of(Act.values())
                .filter(act -> moves.contains(act.move()))
                .filter(act -> isStillPossible(actor, found, act))
                .forEach(acts::add);
        return acts;
    }

    private boolean isStillPossible(Actor actor, Case found, Act act) {
        var course = found.appeal().course();
        return switch (act) {
            case RETURN -> course.returns() < RuleBook.RETURNS_MAX && !course.isRedone() && isReturnOpen(found);
            case EXTEND ->
                !course.isExtended()
                        && found.open(ClockKind.FINISH)
                                .filter(finish -> !clock.instant().isAfter(finish.dueAt()))
                                .isPresent();
            case CONTACT -> found.open(ClockKind.CONTACT).isPresent();
            case HELP ->
                found.helpers().stream()
                        .anyMatch(helper -> helper.unit().equals(actor.organisation()) && helper.doneAt() == null);
            case DISPATCH -> course.returns() < RuleBook.RETURNS_MAX;
            case FOLLOW_UP -> found.open(ClockKind.FOLLOW_UP).isPresent();
            case REOPEN -> !course.isRedone() && isReopenOpen(found.appeal());
            default -> true;
        };
    }

    private boolean isReturnOpen(Case found) {
        var book = rules.book(found.appeal().rules());
        return found.clocks().stream()
                .filter(each -> each.kind() == ClockKind.SIGN && each.endedAt() != null)
                .reduce((_, last) -> last)
                .map(Clock::endedAt)
                .map(signed ->
                        !clock.instant().isAfter(book.returnWithin().deadline().dueAfter(signed, calendar)))
                .orElse(true);
    }

    private boolean isReopenOpen(AppealView appeal) {
        var answered = appeal.answeredAt();
        return answered != null && !clock.instant().isAfter(closing.reopenUntil(appeal.rules(), answered));
    }

    /// What is most likely to be done next.
    private static Optional<Act> primary(Actor actor, Case found, Set<Act> offered) {
        var order = Stream.of(
                Act.REPLY,
                Act.ACCEPT,
                Act.DISPATCH,
                Act.SIGN,
                Act.HELP,
                Act.FOLLOW_UP,
                Act.CONTACT,
                found.open(ClockKind.PLAN).isPresent() ? Act.PLAN : Act.ANSWER,
                Act.ANSWER,
                Act.CALL_BACK);
        return order.filter(offered::contains)
                .filter(act -> act != Act.DISPATCH || found.appeal().state() == AppealState.RAISED)
                .filter(act -> act != Act.ANSWER || found.appeal().state() != AppealState.WAITING_FOR_FIRM)
                .findFirst();
    }

    private PageView view(Actor actor, Text t, Case found, @Nullable Act chosen, @Nullable Form refused) {
        var appeal = found.appeal();
        var views = new AppealViews(AppealWords.of(t, rules), dues, names.of(t, concerned(found)));
        var next = appeal.nextDue();
        var help = appeals.helpDues(actor, List.of(appeal)).get(appeal.id());
        var clock = next == null ? null : views.words().clock(next.kind());
        var due = next == null ? null : dues.at(next.at());
        var isFirm = Appeals.isOfFirm(actor, appeal);
        var page = new AppealPage(
                AppealWords.tag(appeal.state()),
                appeal.need().urgency() == Urgency.NORMAL
                        ? null
                        : t.of("appeal.urgency", appeal.need().urgency()),
                appeal.need().isConfidential(),
                help == null ? clock : t.of("appeal.clock.HELP"),
                help == null ? due : dues.at(help),
                views.steps(appeal, found.steps()),
                next(appeal, views, t, due),
                chosen == null ? null : act(chosen, found, t, refused),
                others(actor, found, chosen, t),
                appeal.need().words().lines().toList(),
                views.facts(appeal, found.clocks()),
                appeals.files(appeal).stream()
                        .map(file ->
                                new AppealPage.FileLink(file.name(), "/appeals/" + appeal.id() + "/files/" + file.id()))
                        .toList(),
                views.limits(appeal, rules.book(appeal.rules()), found.clocks(), found.steps()),
                views.helpers(found.helpers()),
                views.course(found.steps(), false),
                views.course(found.steps(), true),
                !isFirm,
                isFirm ? List.of() : similar(actor, appeal, t),
                isFirm ? List.of() : practice(actor, appeal, t),
                PracticeNotes.mayWrite(actor, appeal) ? NotePages.writing(new NoteSource.OfAppeal(appeal.id())) : null,
                sheet(actor, appeal));
        return PageView.of(
                        "appeal/appeal",
                        "appeal.page.title",
                        page,
                        appeal.need().title())
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("appeal.nav.list", "/appeals"));
    }

    /// Those that are answered show how.
    private List<AppealPage.Similar> similar(Actor actor, AppealView appeal, Text t) {
        var alike = memory.like(actor, appeal.id().value(), appeal.need().words()).stream()
                .flatMap(found -> appeals.find(actor, new AppealId(found.id())).stream())
                .toList();
        var firms = names.of(t, alike.stream().map(AppealView::firm).distinct().toList());
        return alike.stream()
                .map(found -> new AppealPage.Similar(
                        "/appeals/" + found.id(),
                        found.need().title(),
                        t.of(
                                "appeal.similar.which",
                                found.number(),
                                firms.getOrDefault(found.firm(), ""),
                                t.dateShort(calendar.dayOf(found.raised().at()))),
                        AppealWords.tag(found.state()),
                        StepView.last(appeals.steps(actor, found), AppealMove.ANSWER)
                                .map(StepView::words)
                                .orElse("")))
                .toList();
    }

    private List<NotePage.Offered> practice(Actor actor, AppealView appeal, Text t) {
        return practice.offered(actor, appeal).stream()
                .map(offered -> new NotePage.Offered(
                        offered.note().title(),
                        offered.note().applies(),
                        offered.note().action().lines().toList(),
                        t.of("appeal.note.used-times", offered.note().uses()),
                        offered.isUsed(),
                        offered.isUsed() || !PracticeNotes.mayUse(actor, appeal)
                                ? null
                                : Form.to(
                                                NotePages.PATH + "/"
                                                        + offered.note().id() + "/uses",
                                                "appeal.note.use",
                                                Field.hidden(
                                                        "appeal", appeal.id().value()))
                                        .keyed(keys.fresh())))
                .toList();
    }

    private @Nullable Form sheet(Actor actor, AppealView appeal) {
        return AppealSheets.mayIssue(actor, appeal)
                ? Form.to("/appeals/" + appeal.id() + "/sheet", "appeal.sheet.issue")
                        .keyed(keys.fresh())
                : null;
    }

    private AppealPage.Act act(Act chosen, Case found, Text t, @Nullable Form refused) {
        return new AppealPage.Act(
                t.of("appeal.act", chosen),
                t.of("appeal.act." + chosen + ".hint"),
                refused == null ? form(chosen, found, t) : refused);
    }

    private Form form(Act act, Case found, Text t) {
        return new ActForms(t, rules)
                .of(act, found.appeal(), act == Act.EXTEND ? lastDay(found) : null)
                .keyed(keys.fresh());
    }

    private @Nullable LocalDate lastDay(Case found) {
        return found.open(ClockKind.FINISH)
                .map(finish -> calendar.dayOf(handling.latestEnd(found.appeal(), finish)))
                .orElse(null);
    }

    private List<AppealPage.Other> others(Actor actor, Case found, @Nullable Act chosen, Text t) {
        return offered(actor, found).stream()
                .filter(act -> act != chosen)
                .map(act -> new AppealPage.Other(
                        t.of("appeal.act", act), "/appeals/" + found.appeal().id() + "?act=" + act.path() + "#act"))
                .toList();
    }

    private static @Nullable Next next(AppealView appeal, AppealViews views, Text t, @Nullable Due due) {
        if (!appeal.state().isOpen()) {
            return null;
        }
        var unit = appeal.owner().unit();
        return new Next(
                t.of("appeal.next", appeal.state()),
                views.words().turn(appeal, unit == null ? "" : views.name(unit.value())),
                due);
    }

    private static Set<OrgId> concerned(Case found) {
        var all = new HashSet<OrgId>();
        all.add(found.appeal().firm());
        Optional.ofNullable(found.appeal().owner().unit()).ifPresent(all::add);
        found.helpers().forEach(helper -> all.add(helper.unit()));
        found.steps().forEach(step -> {
            all.add(new OrgId(step.organisation()));
            Optional.ofNullable(step.facts().get("unit")).map(OrgId::new).ifPresent(all::add);
        });
        return all;
    }
}
