// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.engine.meaning.pattern.Finding;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Permission;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import org.springframework.stereotype.Component;

/// Tells units of findings. Words of needs are never in a message: some are confidential.
@Component
class FindingNotices {

    static final String KIND = "appeal-finding";

    private final Notices notices;

    FindingNotices(Notices notices) {
        this.notices = notices;
    }

    void found(FindingId id, Finding finding, FindingStore.Routed routed) {
        notices.send(new SendNotice(
                new RequestKey(id + ":found"),
                new Recipient.Holders(routed.unit(), Permission.HANDLE_APPEAL),
                KIND,
                Words.of(
                        "appeal.finding.notice.found." + finding.kind(),
                        finding.place(),
                        finding.cases().size()),
                href(id),
                routed.dueAt()));
    }

    void overdue(FindingView finding, OrgId community) {
        notices.send(new SendNotice(
                new RequestKey(finding.id() + ":overdue"),
                new Recipient.Holders(community, Permission.DISPATCH_APPEAL),
                KIND,
                Words.of("appeal.finding.notice.overdue." + finding.kind(), finding.place(), finding.cases()),
                href(finding.id())));
    }

    /// Nobody is asked any more.
    void settle(FindingId id) {
        notices.settle(href(id));
    }

    private static String href(FindingId id) {
        return "/appeal-findings/" + id;
    }
}
