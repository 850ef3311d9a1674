// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.ActCommands.Act;
import io.atrium.appeal.AppealFilter;
import io.atrium.appeal.AppealFilter.View;
import io.atrium.appeal.AppealId;
import io.atrium.appeal.AppealMove;
import io.atrium.appeal.AppealView;
import io.atrium.appeal.Appeals;
import io.atrium.appeal.ConcludeMeeting;
import io.atrium.appeal.Hands;
import io.atrium.appeal.ListCases;
import io.atrium.appeal.MeetingId;
import io.atrium.appeal.MeetingView;
import io.atrium.appeal.Meetings;
import io.atrium.appeal.Meetings.OnTheSpot;
import io.atrium.appeal.Rules;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.deadline.Dues;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/appeal-meetings/{id}`: one meeting on the spot: its list, answers and promises given there, and its end.
@Controller
class MeetingCasePages {

    private static final String PATH = MeetingPages.PATH;
    private static final Set<Act> ACTS = Set.of(Act.ANSWER, Act.PLAN);

    /// More than a day of meeting is enough for.
    private static final int OFFERED_MAX = 50;

    private final Meetings meetings;
    private final Appeals appeals;
    private final Rules rules;
    private final OrganisationNames names;
    private final Dues dues;
    private final RequestKeys keys;

    MeetingCasePages(
            Meetings meetings, Appeals appeals, Rules rules, OrganisationNames names, Dues dues, RequestKeys keys) {
        this.meetings = meetings;
        this.appeals = appeals;
        this.rules = rules;
        this.names = names;
        this.dues = dues;
        this.keys = keys;
    }

    /// What is typed on the page; a form that is not sent stands as it is.
    private record Typed(
            @Nullable Form listing,
            @Nullable Form concluding,
            @Nullable AppealId appeal,
            @Nullable Act act,
            @Nullable Form acting) {

        static final Typed NOTHING = new Typed(null, null, null, null, null);

        static Typed act(AppealId appeal, Act act, @Nullable Form form) {
            return new Typed(null, null, appeal, act, form);
        }
    }

    @GetMapping(PATH + "/{id}")
    PageView show(
            Actor actor,
            @PathVariable MeetingId id,
            Text t,
            @RequestParam(defaultValue = "") String appeal,
            @RequestParam(name = "act", defaultValue = "") String path) {
        var chosen = Act.of(path).filter(ACTS::contains).map(act -> Typed.act(new AppealId(appeal), act, null));
        return view(actor, t, found(actor, id), chosen.orElse(Typed.NOTHING));
    }

    @PostMapping(PATH + "/{id}/cases")
    ModelAndView list(
            Actor actor,
            RequestKey key,
            @PathVariable MeetingId id,
            Text t,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @Nullable List<String> appeals) {
        actor.require(Permission.HANDLE_APPEAL);
        var meeting = found(actor, id);
        var chosen = Stream.ofNullable(appeals)
                .flatMap(List::stream)
                .map(AppealId::new)
                .toList();
        var form = listing(actor, t, meeting)
                .restored(Map.of(
                        "number",
                        List.of(number),
                        "appeals",
                        chosen.stream().map(AppealId::value).toList()));
        if (number.isBlank() && chosen.isEmpty()) {
            var missing = FieldError.of("number", "appeal.meeting.cases.missing");
            return view(actor, t, meeting, new Typed(form.wrong(List.of(missing)), null, null, null, null))
                    .refused();
        }
        try {
            int listed = meetings.list(actor, new ListCases(key, id, chosen, number));
            return SeeOther.to(PATH + "/" + id).saying(Flash.done("appeal.meeting.listed", listed));
        } catch (RefusedException refused) {
            return view(actor, t, meeting, new Typed(form.refused(refused.refusal()), null, null, null, null))
                    .refused();
        }
    }

    @PostMapping(PATH + "/{id}/cases/{appeal}/{act}")
    ModelAndView act(
            Actor actor,
            RequestKey key,
            @PathVariable MeetingId id,
            @PathVariable AppealId appeal,
            @PathVariable("act") String path,
            Text t,
            @RequestParam Map<String, String> typed) {
        var act = Act.of(path).filter(ACTS::contains).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var meeting = found(actor, id);
        var wrong = new ArrayList<>(ActForms.wrong(act, typed));
        if (act == Act.PLAN && typed.getOrDefault("by", "").isBlank()) {
            wrong.add(FieldError.of("by", "appeal.field.by.wrong"));
        }
        var asked = listed(actor, id, appeal);
        if (!wrong.isEmpty()) {
            var form = acting(t, id, asked, act).answered(typed).wrong(wrong);
            return view(actor, t, meeting, Typed.act(appeal, act, form)).refused();
        }
        try {
            var state = meetings.act(actor, act, key, new OnTheSpot(id, appeal), typed);
            return SeeOther.to(PATH + "/" + id).saying(Flash.done("appeal.act." + act + ".done", state.name()));
        } catch (RefusedException refused) {
            if (refused.refusal().code() == CommonRefusal.NOT_ALLOWED) {
                throw refused;
            }
            var form = acting(t, id, asked, act).answered(typed).refused(refused.refusal());
            return view(actor, t, meeting, Typed.act(appeal, act, form)).refused();
        }
    }

    @PostMapping(PATH + "/{id}/conclusion")
    ModelAndView conclude(
            Actor actor,
            RequestKey key,
            @PathVariable MeetingId id,
            Text t,
            @RequestParam(defaultValue = "") String summary) {
        var meeting = found(actor, id);
        try {
            meetings.conclude(actor, new ConcludeMeeting(key, id, summary));
            return SeeOther.to(PATH + "/" + id).saying(Flash.done("appeal.meeting.concluded"));
        } catch (RefusedException refused) {
            if (refused.refusal().code() == CommonRefusal.NOT_ALLOWED) {
                throw refused;
            }
            var form = concluding(id).answered(Map.of("summary", summary)).refused(refused.refusal());
            return view(actor, t, meeting, new Typed(null, form, null, null, null))
                    .refused();
        }
    }

    private AppealView listed(Actor actor, MeetingId id, AppealId appeal) {
        return meetings.cases(actor, id).stream()
                .filter(each -> each.id().equals(appeal))
                .findFirst()
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private PageView view(Actor actor, Text t, MeetingView meeting, Typed typed) {
        var cases = meetings.cases(actor, meeting.id());
        var views = new MeetingViews(t, appeals, appeals.clocks(cases), names, dues);
        boolean isOpen = meeting.conclusion() == null;
        var page = new MeetingPage(
                views.progress(meeting, cases),
                views.facts(meeting),
                MeetingViews.table(cases.size()),
                cases.stream()
                        .map(appeal -> views.row(actor, appeal, PATH + "/" + meeting.id()))
                        .toList(),
                act(actor, t, meeting, cases, typed),
                isOpen && actor.may(Permission.HANDLE_APPEAL)
                        ? Optional.ofNullable(typed.listing()).orElseGet(() -> listing(actor, t, meeting))
                        : null,
                isOpen && Meetings.mayConclude(actor, meeting)
                        ? Optional.ofNullable(typed.concluding()).orElseGet(() -> concluding(meeting.id()))
                        : null);
        return PageView.of("appeal/meeting", "appeal.meeting.page", page, meeting.title())
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("appeal.nav.list", "/appeals"),
                        Crumb.of("appeal.nav.meetings", PATH));
    }

    private MeetingPage.@Nullable Act act(
            Actor actor, Text t, MeetingView meeting, List<AppealView> cases, Typed typed) {
        var act = typed.act();
        if (act == null) {
            return null;
        }
        return cases.stream()
                .filter(appeal -> appeal.id().equals(typed.appeal()) && MeetingViews.mayAct(actor, appeal, act))
                .findFirst()
                .map(appeal -> new MeetingPage.Act(
                        t.of("appeal.meeting.act." + act),
                        t.of(
                                "appeal.meeting.act.about",
                                appeal.need().title(),
                                names.of(t, appeal.firm()),
                                appeal.number()),
                        t.of("appeal.act." + act + ".hint"),
                        Optional.ofNullable(typed.acting()).orElseGet(() -> acting(t, meeting.id(), appeal, act))))
                .orElse(null);
    }

    private Form acting(Text t, MeetingId id, AppealView appeal, Act act) {
        return new ActForms(t, rules)
                .of(act, appeal, null)
                .at(PATH + "/" + id + "/cases/" + appeal.id() + "/" + act.path())
                .keyed(keys.fresh());
    }

    private Form concluding(MeetingId id) {
        return Form.to(
                        PATH + "/" + id + "/conclusion",
                        "appeal.meeting.conclude",
                        Field.of(FieldKind.TEXTAREA, "summary", "appeal.meeting.summary")
                                .hint("appeal.meeting.summary.hint", ConcludeMeeting.WORDS_LENGTH_MAX)
                                .optional())
                .keyed(keys.fresh());
    }

    /// Open needs that the reader may put on the list, and one more by its number.
    private Form listing(Actor actor, Text t, MeetingView meeting) {
        var on =
                meetings.cases(actor, meeting.id()).stream().map(AppealView::id).collect(Collectors.toSet());
        var view = actor.may(Permission.DISPATCH_APPEAL) ? View.OPEN : View.UNIT;
        var options = appeals.list(actor, AppealFilter.of(view), 0, OFFERED_MAX).stream()
                .filter(appeal -> !on.contains(appeal.id())
                        && Hands.offered(actor, appeal).contains(AppealMove.MEET))
                .map(appeal -> Option.literal(appeal.id().value(), appeal.need().title())
                        .hint(t.of("appeal.meeting.offered", names.of(t, appeal.firm()), appeal.number())))
                .toList();
        var number = Field.text("number", "appeal.number")
                .hint("appeal.meeting.number.hint")
                .optional();
        var chosen = Field.of(FieldKind.CHECKBOXES, "appeals", "appeal.meeting.choose")
                .options(options)
                .optional();
        return (options.isEmpty()
                        ? Form.to(PATH + "/" + meeting.id() + "/cases", "appeal.meeting.list", number)
                        : Form.to(PATH + "/" + meeting.id() + "/cases", "appeal.meeting.list", chosen, number))
                .keyed(keys.fresh());
    }

    private MeetingView found(Actor actor, MeetingId id) {
        MeetingPages.requireReader(actor);
        return meetings.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
