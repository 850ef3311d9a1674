// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.AppealMove;
import io.atrium.appeal.AppealView;
import io.atrium.appeal.Appeals;
import io.atrium.appeal.CallMeeting;
import io.atrium.appeal.ClockKind;
import io.atrium.appeal.ListCase;
import io.atrium.appeal.MeetingId;
import io.atrium.appeal.MeetingView;
import io.atrium.appeal.Meetings;
import io.atrium.appeal.StepView;
import io.atrium.appeal.domain.Clock;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
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
import io.atrium.web.component.Table;
import io.atrium.web.deadline.Dues;
import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/appeal-meetings`: meetings on the spot, their lists, and what came of each case.
@Controller
class MeetingPages {

    private static final String PATH = "/appeal-meetings";

    private final Meetings meetings;
    private final Appeals appeals;
    private final OrganisationNames names;
    private final Dues dues;
    private final RequestKeys keys;

    MeetingPages(Meetings meetings, Appeals appeals, OrganisationNames names, Dues dues, RequestKeys keys) {
        this.meetings = meetings;
        this.appeals = appeals;
        this.names = names;
        this.dues = dues;
        this.keys = keys;
    }

    @Bean
    static NavItem meetingsNavItem() {
        return new NavItem(
                NavGroup.NEEDS,
                "appeal.nav.meetings",
                PATH,
                15,
                viewer -> viewer.filter(Meetings::mayRead).isPresent());
    }

    @GetMapping(PATH)
    PageView list(Actor actor, ListQuery query, Text t) {
        requireReader(actor);
        var rows = meetings.list(actor, query.offset(), query.size()).stream()
                .map(meeting -> new MeetingPage.Meeting(
                        PATH + "/" + meeting.id(),
                        meeting.title(),
                        t.date(meeting.heldOn()),
                        meeting.place(),
                        names.of(t, meeting.host()),
                        meeting.cases()))
                .toList();
        var table = Table.of(
                        "appeal.meetings.caption",
                        Empty.nothingYet("appeal.meetings.none"),
                        0,
                        Column.text("appeal.meeting.title"),
                        Column.text("appeal.meeting.day"),
                        Column.text("appeal.place"),
                        Column.text("appeal.meeting.host"),
                        Column.number("appeal.meeting.cases"))
                .paged(query, meetings.count(actor));
        return PageView.of(
                        "appeal/meetings",
                        "appeal.meetings.title",
                        new MeetingPage.Listed(table, rows, actor.may(Permission.HANDLE_APPEAL)))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("appeal.nav.list", "/appeals"));
    }

    @GetMapping(PATH + "/new")
    PageView ask(Actor actor) {
        actor.require(Permission.HANDLE_APPEAL);
        return asking(form());
    }

    @PostMapping(PATH)
    ModelAndView call(Actor actor, RequestKey key, @RequestParam Map<String, String> typed) {
        actor.require(Permission.HANDLE_APPEAL);
        var form = form().answered(typed);
        var day = day(typed.getOrDefault("day", ""));
        var wrong = Stream.of(
                        length(typed, "title", CallMeeting.TITLE_LENGTH_MAX),
                        day.isPresent()
                                ? Optional.<FieldError>empty()
                                : Optional.of(FieldError.of("day", "appeal.field.by.wrong")),
                        length(typed, "place", CallMeeting.PLACE_LENGTH_MAX))
                .flatMap(Optional::stream)
                .toList();
        if (!wrong.isEmpty()) {
            return asking(form.wrong(wrong)).refused();
        }
        try {
            var id = meetings.call(
                    actor,
                    new CallMeeting(key, typed.getOrDefault("title", ""), day.orElseThrow(), typed.getOrDefault("place", "")));
            return SeeOther.to(PATH + "/" + id).saying(Flash.done("appeal.meeting.called"));
        } catch (RefusedException refused) {
            return asking(form.refused(refused.refusal())).refused();
        }
    }

    private static Optional<FieldError> length(Map<String, String> typed, String field, int limit) {
        var text = typed.getOrDefault(field, "").strip();
        return text.isEmpty() || text.length() > limit
                ? Optional.of(FieldError.of(field, "appeal.meeting." + field + ".wrong", limit))
                : Optional.empty();
    }

    private Form form() {
        return Form.to(
                        PATH,
                        "appeal.meeting.call",
                        Field.text("title", "appeal.meeting.title"),
                        Field.of(FieldKind.DATE, "day", "appeal.meeting.day"),
                        Field.text("place", "appeal.place"))
                .keyed(keys.fresh());
    }

    private static PageView asking(Form form) {
        return PageView.of("appeal/meeting-new", "appeal.meeting.new", new MeetingPage.New(form))
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("appeal.nav.list", "/appeals"),
                        Crumb.of("appeal.nav.meetings", PATH));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    @GetMapping(PATH + "/{id}")
    PageView show(Actor actor, @PathVariable MeetingId id, Text t) {
        return view(actor, t, found(actor, id), listing(id));
    }

    @PostMapping(PATH + "/{id}/cases")
    ModelAndView list(
            Actor actor, RequestKey key, @PathVariable MeetingId id, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.HANDLE_APPEAL);
        var meeting = found(actor, id);
        try {
            meetings.list(actor, new ListCase(key, id, typed.getOrDefault("number", "")));
            return SeeOther.to(PATH + "/" + id).saying(Flash.done("appeal.meeting.listed"));
        } catch (RefusedException refused) {
            return view(actor, t, meeting, listing(id).answered(typed).refused(refused.refusal()))
                    .refused();
        }
    }

    private Form listing(MeetingId id) {
        return Form.to(
                        PATH + "/" + id + "/cases",
                        "appeal.meeting.list",
                        Field.text("number", "appeal.number").hint("appeal.meeting.number.hint"))
                .keyed(keys.fresh());
    }

    private PageView view(Actor actor, Text t, MeetingView meeting, Form listing) {
        var rows = meetings.cases(actor, meeting.id()).stream()
                .map(appeal -> row(actor, appeal, t))
                .toList();
        var table = Table.of(
                "appeal.meeting.list.caption",
                Empty.nothingYet("appeal.meeting.empty"),
                rows.size(),
                Column.text("appeal.title"),
                Column.text("appeal.firm"),
                Column.text("appeal.unit"),
                Column.text("appeal.state"),
                Column.text("appeal.meeting.answer"),
                Column.text("appeal.meeting.promise"));
        var facts = List.of(
                Fact.of(t.of("appeal.meeting.day"), t.date(meeting.heldOn())),
                Fact.of(t.of("appeal.place"), meeting.place()),
                Fact.of(t.of("appeal.meeting.host"), names.of(t, meeting.host())));
        var page = new MeetingPage(facts, table, rows, actor.may(Permission.HANDLE_APPEAL) ? listing : null);
        return PageView.of("appeal/meeting", "appeal.meeting.page", page, meeting.title())
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("appeal.nav.list", "/appeals"),
                        Crumb.of("appeal.nav.meetings", PATH));
    }

    private MeetingPage.Row row(Actor actor, AppealView appeal, Text t) {
        var steps = appeals.steps(actor, appeal);
        var unit = appeal.owner().unit();
        return new MeetingPage.Row(
                "/appeals/" + appeal.id(),
                appeal.number(),
                appeal.need().title(),
                names.of(t, appeal.firm()),
                unit == null ? "" : names.of(t, unit),
                AppealWords.tag(appeal.state()),
                last(steps, AppealMove.ANSWER),
                last(steps, AppealMove.PLAN),
                appeals.clocks(appeal).stream()
                        .filter(clock -> clock.kind() == ClockKind.PROMISE && clock.isRunning())
                        .map(Clock::dueAt)
                        .map(dues::at)
                        .reduce((_, later) -> later)
                        .orElse(null));
    }

    private static String last(List<StepView> steps, AppealMove move) {
        return steps.stream()
                .filter(step -> step.move() == move)
                .map(StepView::words)
                .reduce((_, later) -> later)
                .orElse("");
    }

    private MeetingView found(Actor actor, MeetingId id) {
        requireReader(actor);
        return meetings.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private static void requireReader(Actor actor) {
        if (!Meetings.mayRead(actor)) {
            throw new RefusedException(
                    Refusal.of(CommonRefusal.NOT_ALLOWED, "permission", Permission.HANDLE_APPEAL.name()));
        }
    }
}
