// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.identity.Organisations;
import io.atrium.kernel.Fen;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.notice.NoticeKind;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import io.atrium.policy.domain.ApplicationEvent;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Tells firm, department and stewards how an application moves, in the transaction of the move: terms begin with it.
@Component
class ApplicationNotices {

    private static final String KIND = "application";

    private final Notices notices;
    private final Organisations organisations;
    private final BusinessClock clock;

    ApplicationNotices(Notices notices, Organisations organisations, BusinessClock clock) {
        this.notices = notices;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Bean
    static NoticeKind applicationNoticeKind() {
        return NoticeKind.of(KIND, "policy.application.notice.kind")
                .mandatoryBecause("policy.application.notice.kind.why")
                .to(OrgKind.FIRM, Permission.APPLY_FOR_BENEFIT)
                .to(Permission.DECIDE_APPLICATION, Permission.COACH_APPLICATION);
    }

    /// @param application after the move
    void tell(ApplicationView application, ApplicationEvent event) {
        var forFirm = forFirm(application, event);
        if (forFirm != null) {
            var isFirmToAct = event == ApplicationEvent.RETURNED;
            var due = isFirmToAct ? application.dueAt() : null;
            send(application, event.name(), firm(application), forFirm, due);
        }
        var forDepartment = forDepartment(event);
        if (forDepartment != null && application.submittedAt() != null) {
            var words = Words.of(forDepartment, firmName(application), number(application));
            send(application, event.name(), department(application), words, application.dueAt());
        }
    }

    /// The firm asks its stewards to look; they sit in the community's organisations.
    void askStewards(ApplicationView application) {
        for (var community : organisations.list(OrgKind.COMMUNITY)) {
            var stewards = new Recipient.Holders(community.id(), Permission.COACH_APPLICATION);
            var words = Words.of("policy.application.notice.shared", firmName(application));
            send(application, "shared:" + clock.millis(), stewards, words, null);
        }
    }

    void tellFirmOfAdvice(ApplicationView application, String comment) {
        send(
                application,
                comment,
                firm(application),
                Words.of("policy.application.notice.advice", clock.instant()),
                null);
    }

    private static @Nullable Words forFirm(ApplicationView application, ApplicationEvent event) {
        var key = "policy.application.notice." + event.name();
        return switch (event) {
            case ACCEPTED, RETURNED -> Words.of(key, number(application), dueAt(application));
            case SENT_BACK, STARTED, APPROVED_FIRST, COMPLETED, WITHDRAWN -> null;
            case SUBMITTED -> Words.of(key, number(application), dueAt(application));
            case APPROVED -> application.dueAt() == null ? null : Words.of(key, number(application));
            case VOUCHER_ISSUED ->
                Words.of(key, number(application), amount(application.ruling().amount()));
            case PAID_OUTSIDE ->
                Words.of(key, number(application), amount(application.ruling().fulfilled()));
            case TITLE_RECORDED, REJECTED, COMPLETION_TERM_ENDED -> Words.of(key, number(application));
        };
    }

    private static @Nullable String forDepartment(ApplicationEvent event) {
        return switch (event) {
            case SUBMITTED -> "policy.application.notice.to-accept";
            case COMPLETED -> "policy.application.notice.to-review";
            case APPROVED_FIRST -> "policy.application.notice.to-second";
            case WITHDRAWN -> "policy.application.notice.withdrawn";
            case STARTED,
                    ACCEPTED,
                    RETURNED,
                    SENT_BACK,
                    APPROVED,
                    VOUCHER_ISSUED,
                    PAID_OUTSIDE,
                    TITLE_RECORDED,
                    REJECTED,
                    COMPLETION_TERM_ENDED -> null;
        };
    }

    private static Recipient firm(ApplicationView application) {
        return new Recipient.Holders(application.firm(), Permission.APPLY_FOR_BENEFIT);
    }

    private static Recipient department(ApplicationView application) {
        return new Recipient.Holders(application.department(), Permission.DECIDE_APPLICATION);
    }

    private String firmName(ApplicationView application) {
        return organisations
                .find(application.firm())
                .map(found -> found.nameZh())
                .orElse(application.firm().value());
    }

    private static String number(ApplicationView application) {
        return Objects.requireNonNullElse(application.number(), "–");
    }

    private static Fen amount(@Nullable Fen amount) {
        return Objects.requireNonNullElse(amount, Fen.ZERO);
    }

    private static Instant dueAt(ApplicationView application) {
        return Objects.requireNonNull(application.dueAt(), () -> "no term: " + application.id());
    }

    private void send(ApplicationView application, String what, Recipient to, Words words, @Nullable Instant due) {
        var key = String.join(
                ":", application.id().value(), what, to.organisation().value());
        notices.send(new SendNotice(new RequestKey(key), to, KIND, words, "/applications/" + application.id(), due));
    }
}
