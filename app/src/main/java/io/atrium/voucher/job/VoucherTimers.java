// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.atrium.kernel.clock.BusinessClockAdvanced;
import io.atrium.voucher.redemption.LapsedRedemptions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// When vouchers are ended: soon after midnight of business time, and when business time is moved.
@Configuration(proxyBeanMethods = false)
class VoucherTimers {

    @Bean
    RecurringTask<Void> endVouchers(VoucherExpiry expiry, VoucherReminders reminders, LapsedRedemptions lapsed) {
        return Tasks.recurring("voucher-end", FixedDelay.ofMinutes(10)).execute((_, _) -> {
            expiry.endAll();
            reminders.sendAll();
            lapsed.endAll();
        });
    }

    @Component
    static class WhenTimeIsAdvanced {
        private final VoucherExpiry expiry;
        private final VoucherReminders reminders;
        private final LapsedRedemptions lapsed;

        WhenTimeIsAdvanced(VoucherExpiry expiry, VoucherReminders reminders, LapsedRedemptions lapsed) {
            this.expiry = expiry;
            this.reminders = reminders;
            this.lapsed = lapsed;
        }

        @ApplicationModuleListener
        void endVouchers(BusinessClockAdvanced advanced) {
            expiry.endAll();
            reminders.sendAll();
            lapsed.endAll();
        }
    }
}
