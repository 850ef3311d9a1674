// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.correction;

import io.atrium.compute.BillView;
import io.atrium.compute.correction.BillCorrection.Made;
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

/// Tells a firm that one of its bills was corrected, with the amount before and after.
@Component
public class BillNotices {

    public static final String KIND = "bill";

    private final Notices notices;

    BillNotices(Notices notices) {
        this.notices = notices;
    }

    @Bean
    static NoticeKind billNoticeKind() {
        return NoticeKind.of(KIND, "compute.bill.notice.kind").to(OrgKind.FIRM, Permission.READ_BILL);
    }

    /// Joins the transaction of the correction.
    void corrected(BillView before, BillCorrection correction, Made made) {
        notices.send(new SendNotice(
                new RequestKey(before.id() + ":corrected-" + correction.number()),
                new Recipient.Holders(before.firm(), Permission.READ_BILL),
                KIND,
                Words.of(
                        "compute.bill.notice.corrected." + made.cause(),
                        before.jobName(),
                        before.listPrice(),
                        correction.amounts().listPrice()),
                "/bills/" + before.id()));
    }
}
