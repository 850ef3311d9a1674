// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight.feedback;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
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
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/feedback/received`, for those who answer; `/feedback/fbk_…`, also for its sender.
@Controller
class FeedbackDeskPages {

    static final String LIST = "/feedback/received";
    private static final int GIST_CHARS_MAX = 60;

    private final Feedbacks feedbacks;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;
    private final RequestKeys keys;

    FeedbackDeskPages(Feedbacks feedbacks, BusinessClock clock, WorkingCalendar calendar, RequestKeys keys) {
        this.feedbacks = feedbacks;
        this.clock = clock;
        this.calendar = calendar;
        this.keys = keys;
    }

    @Bean
    static NavItem feedbackNavItem() {
        return NavItem.needing(Permission.ANSWER_FEEDBACK, NavGroup.OVERSIGHT, "insight.feedback.received", LIST, 60);
    }

    @GetMapping(LIST)
    PageView list(Actor actor, ListQuery query, Text t) {
        boolean onlyOpen = query.filter("state").equals("open");
        var rows = feedbacks.list(actor, onlyOpen, query.offset(), query.size()).stream()
                .map(this::row)
                .toList();
        var table = Table.of(
                        "insight.feedback.received",
                        Empty.nothingYet("insight.feedback.none"),
                        rows.size(),
                        Column.text("insight.feedback.message"),
                        Column.text("insight.feedback.state"),
                        Column.text("insight.feedback.due"),
                        Column.text("insight.feedback.sender"),
                        Column.text("insight.feedback.path"),
                        Column.text("insight.feedback.sent-at"))
                .paged(query, feedbacks.count(actor, onlyOpen));
        var tabs = List.of(
                Tab.of(t.of("insight.feedback.all"), LIST, !onlyOpen).counting(feedbacks.count(actor, false)),
                Tab.of(t.of("insight.feedback.open"), LIST + "?state=open", onlyOpen)
                        .counting(feedbacks.count(actor, true)));
        return PageView.of(
                        "insight/feedback/list", "insight.feedback.received", new FeedbackListPage(tabs, table, rows))
                .under(Crumb.of("insight.nav.home", "/"));
    }

    @GetMapping("/feedback/{id}")
    PageView show(Actor actor, @PathVariable String id, Text t) {
        var found = find(actor, id);
        boolean mayAnswer = actor.may(Permission.ANSWER_FEEDBACK) && !found.isAnswered();
        return showing(actor, found, mayAnswer ? form(id).keyed(keys.fresh()) : null, t);
    }

    @PostMapping("/feedback/{id}/answer")
    ModelAndView answer(
            Actor actor,
            @PathVariable String id,
            @RequestParam(Form.KEY_FIELD) RequestKey key,
            @RequestParam(defaultValue = "") String answer,
            Text t) {
        var found = find(actor, id);
        var words = answer.strip();
        var form = form(id).keyed(key).answered(Map.of("answer", words));
        if (words.isEmpty() || words.length() > SendFeedback.MESSAGE_CHARS_MAX) {
            var wrong = FieldError.of("answer", "insight.feedback.answer.wrong", SendFeedback.MESSAGE_CHARS_MAX);
            return showing(actor, found, form.wrong(List.of(wrong)), t).refused();
        }
        return switch (feedbacks.answer(actor, key, id, words)) {
            case FeedbackOutcome.Kept(var _) -> SeeOther.to(LIST).saying(Flash.done("insight.feedback.answered"));
            case FeedbackOutcome.Refused(var refusal) ->
                showing(actor, find(actor, id), form.refused(refusal), t).refused();
        };
    }

    private Feedback find(Actor actor, String id) {
        return feedbacks.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private static Form form(String id) {
        return Form.to(
                "/feedback/" + id + "/answer",
                "insight.feedback.answer.send",
                Field.of(FieldKind.TEXTAREA, "answer", "insight.feedback.answer")
                        .hint("insight.feedback.answer.hint"));
    }

    private PageView showing(Actor actor, Feedback found, @Nullable Form form, Text t) {
        var facts = List.of(
                Fact.of(t.of("insight.feedback.sender"), found.sender()),
                Fact.of(t.of("insight.feedback.path"), found.path()).linked(found.path()),
                Fact.of(t.of("insight.feedback.sent-at"), t.dateTime(found.sentAt())));
        var page = new FeedbackPage(facts, found.message(), due(found), found.answer(), form);
        var view = PageView.of("insight/feedback/message", "insight.feedback.one", page);
        return actor.may(Permission.ANSWER_FEEDBACK)
                ? view.under(Crumb.of("insight.nav.home", "/"), Crumb.of("insight.feedback.received", LIST))
                : view.under(Crumb.of("insight.nav.home", "/"));
    }

    private FeedbackListPage.Row row(Feedback found) {
        var gist = found.message().length() <= GIST_CHARS_MAX
                ? found.message()
                : found.message().substring(0, GIST_CHARS_MAX) + "…";
        var state = found.isAnswered()
                ? Tag.of(Tone.GOOD, "insight.feedback.state.answered")
                : Tag.of(Tone.WAIT, "insight.feedback.state.open");
        return new FeedbackListPage.Row(
                found.id(), gist, found.sender(), found.path(), found.sentAt(), state, due(found));
    }

    private Due due(Feedback found) {
        return Due.of(found.dueAt(), clock.instant(), calendar);
    }
}
