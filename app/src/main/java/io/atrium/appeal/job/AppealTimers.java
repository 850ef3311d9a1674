// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.atrium.appeal.Clocks;
import io.atrium.appeal.HelpDates;
import io.atrium.kernel.clock.BusinessClockAdvanced;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Sweeps the clocks of appeals every minute, and when business time is moved.
@Configuration(proxyBeanMethods = false)
class AppealTimers {

    @Bean
    RecurringTask<Void> appealClocksTask(Clocks clocks, HelpDates helps) {
        return Tasks.recurring("appeal-sweep-clocks", FixedDelay.ofMinutes(1)).execute((_, _) -> {
            clocks.sweep();
            helps.sweep();
        });
    }

    @Component
    static class WhenTimeIsAdvanced {

        private final Clocks clocks;
        private final HelpDates helps;

        WhenTimeIsAdvanced(Clocks clocks, HelpDates helps) {
            this.clocks = clocks;
            this.helps = helps;
        }

        @ApplicationModuleListener
        void goOn(BusinessClockAdvanced advanced) {
            clocks.sweep();
            helps.sweep();
        }
    }
}
