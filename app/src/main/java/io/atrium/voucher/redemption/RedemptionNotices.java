// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import io.atrium.kernel.Fen;
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

/// Tells the other side of a redemption what happened. Joins the transaction of what happened.
@Component
class RedemptionNotices {

    private static final String KIND = "redemption";

    private final Notices notices;

    RedemptionNotices(Notices notices) {
        this.notices = notices;
    }

    @Bean
    static NoticeKind redemptionNoticeKind() {
        return NoticeKind.of(KIND, "voucher.redemption.notice.kind")
                .to(Permission.DECIDE_REDEMPTION)
                .to(OrgKind.FIRM, Permission.READ_VOUCHER);
    }

    /// @param again whether it was mended
    void submitted(RedemptionView redemption, boolean again) {
        send(
                redemption,
                redemption.department(),
                Permission.DECIDE_REDEMPTION,
                again ? "MENDED" : "SUBMITTED",
                Words.of("voucher.redemption.notice." + (again ? "MENDED" : "SUBMITTED"), redemption.asked()),
                redemption.submitted().decideBy());
    }

    void withdrawn(RedemptionView redemption) {
        send(
                redemption,
                redemption.department(),
                Permission.DECIDE_REDEMPTION,
                "WITHDRAWN",
                Words.of("voucher.redemption.notice.WITHDRAWN", redemption.asked()),
                null);
    }

    /// Returned, decided or lapsed.
    void tellFirm(RedemptionView redemption, @Nullable Instant due) {
        var event = redemption.state().name();
        var amount = redemption.state() == RedemptionState.ACCEPTED ? redemption.paid() : redemption.asked();
        send(
                redemption,
                redemption.firm(),
                Permission.READ_VOUCHER,
                event,
                Words.of("voucher.redemption.notice." + event, amount),
                due);
    }

    void takenBack(RedemptionView redemption, String correction, String bill, Fen amount) {
        send(
                redemption,
                redemption.firm(),
                Permission.READ_VOUCHER,
                correction,
                Words.of("voucher.redemption.notice.TAKEN_BACK", bill, amount),
                null);
    }

    private void send(
            RedemptionView redemption, OrgId to, Permission holders, String event, Words words, @Nullable Instant due) {
        notices.send(new SendNotice(
                new RequestKey(redemption.id() + ":" + event),
                new Recipient.Holders(to, holders),
                KIND,
                words,
                "/redemptions/" + redemption.id(),
                due));
    }
}
