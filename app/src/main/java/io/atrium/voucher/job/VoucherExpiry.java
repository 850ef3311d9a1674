// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.job;

import io.atrium.kernel.clock.BusinessClock;
import io.atrium.voucher.Vouchers;
import io.atrium.voucher.store.VoucherRows;
import org.springframework.stereotype.Component;

/// Ends every voucher whose last day is over, one transaction each: one that fails does not keep the others alive.
@Component
class VoucherExpiry {
    private static final int GROUP_MAX = 500;

    private final VoucherRows rows;
    private final Vouchers vouchers;
    private final BusinessClock clock;

    VoucherExpiry(VoucherRows rows, Vouchers vouchers, BusinessClock clock) {
        this.rows = rows;
        this.vouchers = vouchers;
        this.clock = clock;
    }

    /// Returns how many were ended. A group at a time; the timer comes again for more.
    int endAll() {
        int ended = 0;
        for (var id : rows.endedBefore(clock.today(), GROUP_MAX)) {
            if (vouchers.expire(id)) {
                ended++;
            }
        }
        return ended;
    }
}
