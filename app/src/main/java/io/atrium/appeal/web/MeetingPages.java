// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.CallMeeting;
import io.atrium.appeal.Meetings;
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
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/appeal-meetings`: meetings on the spot. What came of one stands on its own page, see [MeetingCasePages].
@Controller
class MeetingPages {

    static final String PATH = "/appeal-meetings";

    private final Meetings meetings;
    private final OrganisationNames names;
    private final RequestKeys keys;

    MeetingPages(Meetings meetings, OrganisationNames names, RequestKeys keys) {
        this.meetings = meetings;
        this.names = names;
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
                        meeting.cases(),
                        meeting.conclusion() == null
                                ? Tag.of(Tone.WAIT, "appeal.meeting.state.OPEN")
                                : Tag.of(Tone.GOOD, "appeal.meeting.state.CONCLUDED")))
                .toList();
        var table = Table.of(
                        "appeal.meetings.caption",
                        Empty.nothingYet("appeal.meetings.none"),
                        0,
                        Column.text("appeal.meeting.title"),
                        Column.text("appeal.meeting.day"),
                        Column.text("appeal.place"),
                        Column.text("appeal.meeting.host"),
                        Column.number("appeal.meeting.cases"),
                        Column.text("appeal.meeting.state"))
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
                    new CallMeeting(
                            key, typed.getOrDefault("title", ""), day.orElseThrow(), typed.getOrDefault("place", "")));
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

    static void requireReader(Actor actor) {
        if (!Meetings.mayRead(actor)) {
            throw new RefusedException(
                    Refusal.of(CommonRefusal.NOT_ALLOWED, "permission", Permission.HANDLE_APPEAL.name()));
        }
    }
}
