// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.policy.PolicyHeader;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.notice.NoticeKind;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Tells the department how its drafts move, and firms that a new version is good for them; in the transaction of the
/// move.
@Component
class PolicyDraftNotices {

    private static final String KIND = "policy-draft";
    private static final String FOR_FIRMS = "entitlement";

    private final Notices notices;

    PolicyDraftNotices(Notices notices) {
        this.notices = notices;
    }

    @Bean
    static NoticeKind policyDraftNoticeKind() {
        return NoticeKind.of(KIND, "policy.notice.draft.kind").to(Permission.WRITE_POLICY);
    }

    @Bean
    static NoticeKind entitlementNoticeKind() {
        return NoticeKind.of(FOR_FIRMS, "policy.notice.newly.kind").to(OrgKind.FIRM, Permission.READ_ENTITLEMENT);
    }

    void waitsForReview(PolicyDraft draft, Instant at) {
        tell(
                draft,
                "review",
                at,
                Words.of(
                        "policy.notice.draft.review",
                        name(draft),
                        draft.changed().by()));
    }

    void approved(PolicyDraft draft, LocalDate day, Instant at) {
        tell(draft, "approved", at, Words.of("policy.notice.draft.approved", name(draft), day));
    }

    void sentBack(PolicyDraft draft, String reason, Instant at) {
        tell(draft, "returned", at, Words.of("policy.notice.draft.returned", name(draft), reason));
    }

    void published(PolicyDraft draft, int newly) {
        tell(draft, "published", Instant.EPOCH, Words.of("policy.notice.draft.published", name(draft), newly));
    }

    void newlyQualifies(PolicyDraft draft, PolicyHeader header, OrgId firm) {
        var key = new RequestKey(draft.id().value() + ":newly:" + firm.value());
        var words = Words.of(
                "policy.notice.newly", header.title().zh(), header.title().en());
        var to = new Recipient.Holders(firm, Permission.READ_ENTITLEMENT);
        notices.send(new SendNotice(key, to, FOR_FIRMS, words, "/entitlements/" + draft.policy()));
    }

    private void tell(PolicyDraft draft, String event, Instant at, Words words) {
        var key = String.join(":", draft.id().value(), event, String.valueOf(at.toEpochMilli()));
        var to = new Recipient.Holders(draft.department(), Permission.WRITE_POLICY);
        notices.send(new SendNotice(new RequestKey(key), to, KIND, words, "/policy-drafts/" + draft.id()));
    }

    private static String name(PolicyDraft draft) {
        return draft.policy() + " " + draft.version();
    }
}
