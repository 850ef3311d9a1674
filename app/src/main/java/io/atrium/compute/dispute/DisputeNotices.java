// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.dispute;

import io.atrium.compute.correction.BillNotices;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Permission;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells the other side of a dispute what happened. Joins the transaction of what happened.
@Component
class DisputeNotices {

    private final Notices notices;

    DisputeNotices(Notices notices) {
        this.notices = notices;
    }

    void raised(DisputeView dispute, String job) {
        send(dispute, dispute.subject().provider(), "raised", job, dispute.answerBy());
    }

    /// The firm is told of an answer, the provider of a withdrawal and of what the operator decided in its place.
    void ended(DisputeView dispute, DisputeState end, OrgId by, String job) {
        if (!by.equals(dispute.subject().firm())) {
            send(dispute, dispute.subject().firm(), end.name(), job, null);
        }
        if (!by.equals(dispute.subject().provider())) {
            send(dispute, dispute.subject().provider(), end.name(), job, null);
        }
    }

    private void send(DisputeView dispute, OrgId to, String event, String job, @Nullable Instant due) {
        var permission = to.equals(dispute.subject().firm()) ? Permission.READ_BILL : Permission.READ_RECEIVABLE;
        notices.send(new SendNotice(
                new RequestKey(dispute.id() + ":" + event + ":" + to),
                new Recipient.Holders(to, permission),
                BillNotices.KIND,
                Words.of("compute.dispute.notice." + event, job),
                "/bill-disputes/" + dispute.id(),
                due));
    }
}
