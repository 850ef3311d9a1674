// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

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
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Tells the other side of a lease what happened, and both what is near. Joins the transaction of what happened.
@Component
class LeaseNotices {

    private static final String KIND = "lease";

    private final Notices notices;

    LeaseNotices(Notices notices) {
        this.notices = notices;
    }

    @Bean
    static NoticeKind leaseNoticeKind() {
        return NoticeKind.of(KIND, "compute.lease.notice.kind")
                .to(OrgKind.FIRM, Permission.READ_BILL)
                .to(OrgKind.PROVIDER, Permission.OPERATE_POOL);
    }

    void tellFirm(LeaseView lease, String event, @Nullable Instant due) {
        send(lease, lease.firm(), Permission.READ_BILL, event, due);
    }

    void tellProvider(LeaseView lease, String event, @Nullable Instant due) {
        send(lease, lease.provider(), Permission.OPERATE_POOL, event, due);
    }

    private void send(LeaseView lease, OrgId to, Permission holders, String event, @Nullable Instant due) {
        notices.send(new SendNotice(
                new RequestKey(lease.id() + ":" + event + ":" + to),
                new Recipient.Holders(to, holders),
                KIND,
                Words.of(
                        "compute.lease.notice." + event.replaceAll("\\d+$", ""),
                        lease.thing().name(),
                        lease.terms().gpus(),
                        lease.startsOn(),
                        lease.endsOn()),
                "/leases/" + lease.id(),
                due));
    }
}
