// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.atrium.kernel.clock.BusinessClockAdvanced;
import io.atrium.service.ServicePacks;
import io.atrium.service.VisitReminders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Looks at planned visits and promised services every ten minutes, and when business time is moved.
@Configuration(proxyBeanMethods = false)
class ServiceTimers {

    @Bean
    RecurringTask<Void> visitRemindersTask(VisitReminders reminders) {
        return Tasks.recurring("service-remind-of-visits", FixedDelay.ofMinutes(10))
                .execute((_, _) -> reminders.sweep());
    }

    @Bean
    RecurringTask<Void> promiseRemindersTask(ServicePacks packs) {
        return Tasks.recurring("service-remind-of-promises", FixedDelay.ofMinutes(10))
                .execute((_, _) -> packs.sweep());
    }

    @Component
    static class WhenTimeIsAdvanced {

        private final VisitReminders reminders;
        private final ServicePacks packs;

        WhenTimeIsAdvanced(VisitReminders reminders, ServicePacks packs) {
            this.reminders = reminders;
            this.packs = packs;
        }

        @ApplicationModuleListener
        void goOn(BusinessClockAdvanced advanced) {
            reminders.sweep();
            packs.sweep();
        }
    }
}
