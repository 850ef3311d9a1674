// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.job;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import io.atrium.voucher.VoucherView;
import io.atrium.voucher.Vouchers;
import io.atrium.voucher.store.VoucherRows;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells a firm that a voucher with something left ends soon: once in the last month, once more in the last week.
@Component
class VoucherReminders {

    private static final List<Integer> DAYS_BEFORE = List.of(30, 7);
    private static final int GROUP_MAX = 500;

    private final VoucherRows rows;
    private final Vouchers vouchers;
    private final Notices notices;
    private final BusinessClock clock;

    VoucherReminders(VoucherRows rows, Vouchers vouchers, Notices notices, BusinessClock clock) {
        this.rows = rows;
        this.vouchers = vouchers;
        this.notices = notices;
        this.clock = clock;
    }

    /// Each reminder has a key of its own, so that running it often sends it once.
    @Transactional
    void sendAll() {
        for (int days : DAYS_BEFORE) {
            rows.endingBetween(clock.today(), clock.today().plusDays(days), GROUP_MAX).stream()
                    .flatMap(id -> vouchers.find(new Scope.All(), id).stream())
                    .filter(voucher -> voucher.available().isPositive())
                    .forEach(voucher -> send(voucher, days));
        }
    }

    private void send(VoucherView voucher, int days) {
        var lastMoment = voucher.validUntil()
                .plusDays(1)
                .atStartOfDay(BusinessClock.ZONE)
                .toInstant();
        notices.send(new SendNotice(
                new RequestKey(voucher.id() + ":ends-in-" + days),
                new Recipient.Holders(voucher.firm(), Permission.READ_VOUCHER),
                VoucherNotices.KIND,
                Words.of("voucher.notice.ends-soon", voucher.available(), voucher.validUntil()),
                "/vouchers/" + voucher.id(),
                lastMoment.minusSeconds(1)));
    }
}
