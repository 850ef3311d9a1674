// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.kernel.Refusal;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.ApplicationCheck;
import io.atrium.policy.ApplicationComment;
import io.atrium.policy.ApplicationItems;
import io.atrium.policy.ApplicationReviews;
import io.atrium.policy.ApplicationView;
import io.atrium.policy.domain.ApplicationEvent;
import io.atrium.policy.domain.ApplicationState;
import io.atrium.policy.domain.ApplicationSteps;
import io.atrium.web.RequestKeys;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What the reader of an application may do with it now. A form or a way is offered only where it can succeed.
final class ApplicationForms {

    static final String COMMENT = "comment";

    private final RequestKeys keys;
    private final String sent;
    private final UnaryOperator<Form> asAnswered;

    ApplicationForms(RequestKeys keys) {
        this(keys, "", UnaryOperator.identity());
    }

    private ApplicationForms(RequestKeys keys, String sent, UnaryOperator<Form> asAnswered) {
        this.keys = keys;
        this.sent = sent;
        this.asAnswered = asAnswered;
    }

    /// The same, one of them as it was sent and refused.
    ApplicationForms refused(String form, Refusal refusal, Map<String, String> answers) {
        return new ApplicationForms(keys, form, as -> as.answered(answers).refused(refusal));
    }

    private Form shown(String name, Form form) {
        return name.equals(sent) ? asAnswered.apply(form) : form;
    }

    List<ApplicationPage.Door> doors(Actor actor, ApplicationView application, ApplicationCheck check, Text t) {
        var doors = new ArrayList<ApplicationPage.Door>();
        var base = "/applications/" + application.id() + "/";
        if (isApplicant(actor, application)) {
            if (application.state().isWithFirm()) {
                doors.add(door(t, "go-on", base + "facts", true));
            }
            if (isPossible(application, ApplicationEvent.WITHDRAWN)) {
                doors.add(door(
                        t, application.submittedAt() == null ? "discard" : "withdraw", base + "withdrawal", false));
            }
        }
        if (isOfficer(actor, application)) {
            if (mayApprove(actor, application) && ApplicationReviews.isApprovable(check)) {
                doors.add(door(t, "approve", base + "approval", true));
            }
            if (isPossible(application, ApplicationEvent.RETURNED)) {
                doors.add(door(t, "return", base + "return", false));
            }
            if (isPossible(application, ApplicationEvent.SENT_BACK) && mayApprove(actor, application)) {
                doors.add(door(t, "send-back", base + "send-back", false));
            }
            if (isPossible(application, ApplicationEvent.REJECTED)) {
                doors.add(door(t, "reject", base + "rejection", false));
            }
            if (isPossible(application, ApplicationEvent.PAID_OUTSIDE)
                    && check.policy().header().grant() == null) {
                doors.add(door(t, "fulfil", base + "fulfilment", true));
            }
        }
        return doors;
    }

    private static ApplicationPage.Door door(Text t, String name, String href, boolean strong) {
        return new ApplicationPage.Door(t.of("policy.application.door." + name), href, strong);
    }

    /// Who approved first cannot approve again.
    private static boolean mayApprove(Actor actor, ApplicationView application) {
        var first = application.ruling().first();
        return isPossible(application, ApplicationEvent.APPROVED)
                && (application.state() != ApplicationState.SECOND_APPROVAL
                        || first == null
                        || !first.person().equals(actor.person()));
    }

    @Nullable
    Form accept(Actor actor, ApplicationView application, ApplicationCheck check) {
        return isOfficer(actor, application) && isPossible(application, ApplicationEvent.ACCEPTED)
                ? Form.to("/applications/" + application.id() + "/acceptance", "policy.application.accept.submit")
                        .seen(check.seen(application))
                        .keyed(keys.fresh())
                : null;
    }

    @Nullable
    Form share(Actor actor, ApplicationView application) {
        var isShared = application.sharedAt() != null;
        if (!isApplicant(actor, application)
                || !(isShared || application.state().isWithFirm())) {
            return null;
        }
        return Form.to(
                        "/applications/" + application.id() + "/sharing",
                        isShared ? "policy.application.unshare" : "policy.application.share",
                        Field.hidden("shared", Boolean.toString(!isShared)))
                .keyed(keys.fresh());
    }

    @Nullable
    Form comment(Actor actor, ApplicationView application, ApplicationCheck check, ApplicationWords words) {
        if (!actor.may(Permission.COACH_APPLICATION) || !application.state().isWithFirm()) {
            return null;
        }
        var items = ApplicationItems.of(check.policy()).stream()
                .map(item -> Option.literal(item, words.item(check.policy(), item)))
                .toList();
        return shown(
                COMMENT,
                Form.to(
                                "/applications/" + application.id() + "/comments",
                                "policy.application.comment.submit",
                                Field.select("item", "policy.application.comment.item", items),
                                Field.of(FieldKind.TEXTAREA, "text", "policy.application.comment.text")
                                        .hint("policy.application.comment.text.hint"))
                        .keyed(keys.fresh()));
    }

    ApplicationPage.Advice advice(
            Actor actor, ApplicationView application, ApplicationComment comment, String about, Text t) {
        var base = "/applications/" + application.id() + "/comments/" + comment.id();
        var isFirms = isApplicant(actor, application) && comment.isOpen();
        return new ApplicationPage.Advice(
                about,
                comment.text(),
                t.of("policy.application.comment.by", comment.by(), comment.at()),
                comment.answer(),
                comment.isOpen(),
                isFirms
                        ? shown(
                                comment.id(),
                                Form.to(
                                                base + "/answer",
                                                "policy.application.comment.answer.submit",
                                                Field.of(
                                                        FieldKind.TEXTAREA,
                                                        "answer",
                                                        "policy.application.comment.answer"))
                                        .keyed(keys.fresh()))
                        : null,
                isFirms
                        ? Form.to(base + "/resolution", "policy.application.comment.resolve")
                                .keyed(keys.fresh())
                        : null);
    }

    @Nullable
    Form sheet(Actor actor, ApplicationView application) {
        return isApplicant(actor, application)
                ? Form.to("/applications/" + application.id() + "/sheet", "policy.application.sheet.issue")
                        .keyed(keys.fresh())
                : null;
    }

    static boolean isPossible(ApplicationView application, ApplicationEvent event) {
        return ApplicationSteps.next(application.state(), event).isPresent();
    }

    static boolean isApplicant(Actor actor, ApplicationView application) {
        return actor.scope(Permission.APPLY_FOR_BENEFIT).sees(application.firm());
    }

    static boolean isOfficer(Actor actor, ApplicationView application) {
        return actor.scope(Permission.DECIDE_APPLICATION).sees(application.department());
    }
}
