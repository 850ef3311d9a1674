// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.job;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.notice.NoticeKind;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import io.atrium.voucher.VoucherView;
import io.atrium.voucher.Vouchers;
import io.atrium.voucher.events.VoucherExpired;
import io.atrium.voucher.events.VoucherIssued;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Tells a firm of new and of ended vouchers.
@Component
class VoucherNotices {

    static final String KIND = "voucher";

    private final Vouchers vouchers;
    private final Notices notices;

    VoucherNotices(Vouchers vouchers, Notices notices) {
        this.vouchers = vouchers;
        this.notices = notices;
    }

    @Bean
    static NoticeKind voucherNoticeKind() {
        return NoticeKind.of(KIND, "voucher.notice.kind").to(OrgKind.FIRM, Permission.READ_VOUCHER);
    }

    @ApplicationModuleListener
    void tell(VoucherIssued issued) {
        vouchers.find(new Scope.All(), issued.voucher())
                .ifPresent(voucher -> send(
                        voucher, "issued", Words.of("voucher.notice.issued", voucher.amount(), voucher.validUntil())));
    }

    @ApplicationModuleListener
    void tell(VoucherExpired expired) {
        vouchers.find(new Scope.All(), expired.voucher())
                .ifPresent(voucher -> send(
                        voucher, "expired", Words.of("voucher.notice.expired", voucher.amount(), expired.returned())));
    }

    private void send(VoucherView voucher, String event, Words words) {
        notices.send(new SendNotice(
                new RequestKey(voucher.id() + ":" + event),
                new Recipient.Holders(voucher.firm(), Permission.READ_VOUCHER),
                KIND,
                words,
                "/vouchers/" + voucher.id()));
    }
}
