// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.identity.OrganisationView;
import io.atrium.identity.Organisations;
import io.atrium.kernel.Fen;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.notice.NoticeKind;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import io.atrium.policy.domain.GrantEvent;
import io.atrium.policy.domain.ObjectionTerm;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Tells a firm how its grant moves, and the departments what waits for them; in the transaction of the
/// move, as publicity and the window to confirm begin with it. That the voucher is there is told by `voucher`.
@Component
class GrantNotices {

    private static final String KIND = "grant";

    private final Notices notices;
    private final Organisations organisations;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    GrantNotices(Notices notices, Organisations organisations, BusinessClock clock, WorkingCalendar calendar) {
        this.notices = notices;
        this.organisations = organisations;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Bean
    static NoticeKind grantNoticeKind() {
        return NoticeKind.of(KIND, "policy.notice.kind")
                .mandatoryBecause("policy.notice.kind.why")
                .to(OrgKind.FIRM, Permission.READ_ENTITLEMENT, Permission.ACCEPT_GRANT)
                .to(Permission.RUN_GRANT_LIST);
    }

    /// @param grant after the move
    void tell(GrantView grant, GrantEvent event) {
        notices.settle(path(grant));
        var words = words(grant, event);
        if (words != null) {
            var isFirmToAct = event == GrantEvent.PUBLICITY_ENDED || event == GrantEvent.CLAWBACK_OPENED;
            var permission = isFirmToAct ? Permission.ACCEPT_GRANT : Permission.READ_ENTITLEMENT;
            send(
                    grant,
                    event,
                    new Recipient.Holders(grant.firm(), permission),
                    words,
                    isFirmToAct ? grant.dueAt() : null);
        }
        var question = forDepartments(event);
        if (question != null) {
            var firm = organisations.find(grant.firm()).map(OrganisationView::nameZh);
            var ask = Words.of(question, firm.orElse(grant.firm().value()), grant.amount());
            var due = event == GrantEvent.OBJECTION_RAISED
                    ? ObjectionTerm.ruleBy(clock.instant(), calendar)
                    : grant.dueAt();
            departments().forEach(department -> send(grant, event, department, ask, due));
        }
    }

    /// A list above the limit waits for another officer.
    void askSecondOfficer(GrantListView list, Fen sum) {
        for (var department : departments()) {
            var key = String.join(
                    ":", list.id().value(), "second", department.organisation().value());
            var words = Words.of("policy.notice.second", sum);
            notices.send(
                    new SendNotice(new RequestKey(key), department, KIND, words, "/grant-lists/" + list.id(), null));
        }
    }

    private List<Recipient> departments() {
        return organisations.list(OrgKind.DEPARTMENT).stream()
                .<Recipient>map(department -> new Recipient.Holders(department.id(), Permission.RUN_GRANT_LIST))
                .toList();
    }

    private static @Nullable String forDepartments(GrantEvent event) {
        return switch (event) {
            case OBJECTION_RAISED -> "policy.notice.rule";
            case FIRM_HEARD, HEARING_ENDED -> "policy.notice.decide-clawback";
            default -> null;
        };
    }

    private static @Nullable Words words(GrantView grant, GrantEvent event) {
        return switch (event) {
            case PUBLICITY_STARTED -> Words.of("policy.notice.public", grant.amount(), dueAt(grant));
            case OBJECTION_RAISED -> Words.of("policy.notice.objection", grant.amount());
            case OBJECTION_REJECTED -> Words.of("policy.notice.objection-rejected", grant.amount(), dueAt(grant));
            case OBJECTION_ACCEPTED -> Words.of("policy.notice.objection-upheld", grant.amount());
            case PUBLICITY_ENDED -> Words.of("policy.notice.confirm", grant.amount());
            case WINDOW_CLOSED -> Words.of("policy.notice.lapsed", grant.amount());
            case BUDGET_YEAR_ENDED -> Words.of("policy.notice.year-ended", grant.amount());
            case POOL_SPENT -> Words.of("policy.notice.pool-spent", grant.amount());
            case ACCOUNT_FAILED -> Words.of("policy.notice.account", grant.amount(), dueAt(grant));
            case ACCOUNT_TERM_ENDED -> Words.of("policy.notice.returned", grant.amount());
            case CLAWBACK_OPENED -> Words.of("policy.notice.clawback", grant.amount());
            case CLAWBACK_REFUSED -> Words.of("policy.notice.clawback-refused", grant.amount());
            case RECLAIMED -> Words.of("policy.notice.clawed-back", grant.amount());
            default -> null;
        };
    }

    private static Instant dueAt(GrantView grant) {
        return Objects.requireNonNull(grant.dueAt(), () -> "no term: " + grant.id());
    }

    private void send(GrantView grant, GrantEvent event, Recipient to, Words words, @Nullable Instant due) {
        var key = String.join(
                ":", grant.id().value(), event.name(), to.organisation().value(), stamp());
        notices.send(new SendNotice(new RequestKey(key), to, KIND, words, path(grant), due));
    }

    private static String path(GrantView grant) {
        return "/grants/" + grant.id();
    }

    /// A grant may be objected to more than once.
    private String stamp() {
        return String.valueOf(clock.millis());
    }
}
