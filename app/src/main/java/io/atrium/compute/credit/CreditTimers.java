// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.atrium.kernel.clock.BusinessClockAdvanced;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// When monthly bills are looked after: soon after midnight of business time, and when business time is moved.
@Configuration(proxyBeanMethods = false)
class CreditTimers {

    @Bean
    RecurringTask<Void> creditDaysTask(CreditDays days) {
        return Tasks.recurring("compute-credit-days", FixedDelay.ofMinutes(10)).execute((_, _) -> days.run());
    }

    @Component
    static class WhenTimeIsAdvanced {

        private final CreditDays days;

        WhenTimeIsAdvanced(CreditDays days) {
            this.days = days;
        }

        @ApplicationModuleListener
        void goOn(BusinessClockAdvanced advanced) {
            days.run();
        }
    }
}
