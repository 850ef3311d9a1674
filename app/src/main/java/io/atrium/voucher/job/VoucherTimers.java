// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.atrium.kernel.clock.BusinessClockAdvanced;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// When vouchers are ended: soon after midnight of business time, and when business time is moved.
@Configuration(proxyBeanMethods = false)
class VoucherTimers {

    @Bean
    RecurringTask<Void> endVouchers(VoucherExpiry expiry, VoucherReminders reminders) {
        return Tasks.recurring("voucher-end", FixedDelay.ofMinutes(10)).execute((_, _) -> {
            expiry.endAll();
            reminders.sendAll();
        });
    }

    @Component
    static class WhenTimeIsAdvanced {
        private final VoucherExpiry expiry;
        private final VoucherReminders reminders;

        WhenTimeIsAdvanced(VoucherExpiry expiry, VoucherReminders reminders) {
            this.expiry = expiry;
            this.reminders = reminders;
        }

        @ApplicationModuleListener
        void endVouchers(BusinessClockAdvanced advanced) {
            expiry.endAll();
            reminders.sendAll();
        }
    }
}
