// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight.feedback;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.web.ContinuePath;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/feedback`, open to everybody and linked from every page.
@Controller
class FeedbackPages {

    private final Feedbacks feedbacks;
    private final WorkingCalendar calendar;
    private final RequestKeys keys;

    FeedbackPages(Feedbacks feedbacks, WorkingCalendar calendar, RequestKeys keys) {
        this.feedbacks = feedbacks;
        this.calendar = calendar;
        this.keys = keys;
    }

    @GetMapping("/feedback")
    PageView ask(@Nullable Actor actor, @RequestParam(defaultValue = "") String from) {
        return asking(form(actor, path(from)).keyed(keys.fresh()));
    }

    @PostMapping("/feedback")
    ModelAndView send(
            @Nullable Actor actor,
            @RequestParam(Form.KEY_FIELD) RequestKey key,
            @RequestParam Map<String, String> answers,
            Text t) {
        var command = new SendFeedback(
                key,
                actor,
                answers.getOrDefault("contact", "").strip(),
                path(answers.getOrDefault("path", "")),
                answers.getOrDefault("message", "").strip());
        var form = form(actor, command.path()).keyed(key).answered(answers);
        var wrong = wrong(command, t);
        if (!wrong.isEmpty()) {
            return asking(form.wrong(wrong)).refused();
        }
        return switch (feedbacks.send(command)) {
            case FeedbackOutcome.Refused(var refusal) ->
                asking(form.refused(refusal)).refused();
            case FeedbackOutcome.Kept(var kept) -> thanks(actor, kept, t);
        };
    }

    private SeeOther thanks(@Nullable Actor actor, Feedback kept, Text t) {
        var day = t.date(calendar.dayOf(kept.dueAt()));
        return actor == null
                ? SeeOther.to("/feedback").saying(Flash.done("insight.feedback.sent.stranger", kept.id(), day))
                : SeeOther.to("/feedback/" + kept.id()).saying(Flash.done("insight.feedback.sent", day));
    }

    private static PageView asking(Form form) {
        return PageView.of(
                        "insight/feedback/form",
                        "insight.feedback.title",
                        new FeedbackFormPage(form, Feedbacks.ANSWER_WORKING_DAYS))
                .under(Crumb.of("web.help.title", "/help"));
    }

    private static Form form(@Nullable Actor actor, String path) {
        var fields = new ArrayList<Field>();
        fields.add(Field.of(FieldKind.TEXTAREA, "message", "insight.feedback.message")
                .hint("insight.feedback.message.hint"));
        if (actor == null) {
            fields.add(Field.text("contact", "insight.feedback.contact")
                    .hint("insight.feedback.contact.hint")
                    .autocomplete("email"));
        }
        fields.add(Field.hidden("path", path));
        return Form.to("/feedback", "insight.feedback.send", fields.toArray(Field[]::new));
    }

    private static List<FieldError> wrong(SendFeedback command, Text t) {
        var wrong = new ArrayList<FieldError>();
        if (command.message().isEmpty()) {
            wrong.add(FieldError.of("message", "web.form.required", t.of("insight.feedback.message")));
        } else if (command.message().length() > SendFeedback.MESSAGE_CHARS_MAX) {
            wrong.add(FieldError.of("message", "insight.feedback.too-long", SendFeedback.MESSAGE_CHARS_MAX));
        }
        if (command.actor() == null && command.contact().isEmpty()) {
            wrong.add(FieldError.of("contact", "web.form.required", t.of("insight.feedback.contact")));
        } else if (command.contact().length() > SendFeedback.CONTACT_CHARS_MAX) {
            wrong.add(FieldError.of("contact", "insight.feedback.too-long", SendFeedback.CONTACT_CHARS_MAX));
        }
        return wrong;
    }

    /// Only a path of this site, without what was asked for on it.
    private static String path(String from) {
        var path = ContinuePath.of(from).orElse("/").split("\\?", 2)[0];
        return path.length() > SendFeedback.PATH_CHARS_MAX ? "/" : path;
    }
}
