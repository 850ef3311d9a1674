// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.joining;

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

/// Tells a provider what became of its application to join.
@Component
class JoiningNotices {

    private static final String KIND = "joining";

    private final Notices notices;

    JoiningNotices(Notices notices) {
        this.notices = notices;
    }

    @Bean
    static NoticeKind joiningNoticeKind() {
        return NoticeKind.of(KIND, "compute.joining.notice.kind").to(OrgKind.PROVIDER, Permission.JOIN_AS_PROVIDER);
    }

    /// Joins the transaction of the decision.
    void tell(JoiningView joining, JoiningState now) {
        notices.send(new SendNotice(
                new RequestKey(joining.id() + ":" + now),
                new Recipient.Holders(joining.provider(), Permission.JOIN_AS_PROVIDER),
                KIND,
                Words.of("compute.joining.notice." + now, joining.number()),
                "/provider-joinings/" + joining.id()));
    }
}
