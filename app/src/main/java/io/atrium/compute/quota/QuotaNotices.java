// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.quota;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.notice.NoticeKind;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Tells a firm what became of its quota request.
@Component
class QuotaNotices {

    private static final String KIND = "quota";

    private final Notices notices;

    QuotaNotices(Notices notices) {
        this.notices = notices;
    }

    @Bean
    static NoticeKind quotaNoticeKind() {
        return NoticeKind.of(KIND, "compute.quota.notice.kind").to(OrgKind.FIRM, Permission.ASK_QUOTA);
    }

    /// Joins the transaction of the decision; whoever withdraws need not be told.
    void tell(QuotaRequestView request, QuotaRequestState end) {
        if (end == QuotaRequestState.WITHDRAWN) {
            return;
        }
        notices.send(new SendNotice(
                new RequestKey(request.id() + ":ended"),
                new Recipient.Holders(request.firm(), Permission.ASK_QUOTA),
                KIND,
                Words.of("compute.quota.notice." + end, request.gpusBefore(), request.gpusWanted()),
                "/quota-requests/" + request.id()));
    }
}
