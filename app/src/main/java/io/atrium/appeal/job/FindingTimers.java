// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.atrium.appeal.pattern.FindingWatch;
import io.atrium.appeal.pattern.Rounds;
import io.atrium.kernel.clock.BusinessClockAdvanced;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Asks every ten minutes, and when business time is moved, whether a day is over that nobody has looked at,
/// and whether something is due or overdue.
@Configuration(proxyBeanMethods = false)
class FindingTimers {

    @Bean
    RecurringTask<Void> findingWatchTask(FindingWatch watch, Rounds rounds) {
        return Tasks.recurring("appeal-look-for-patterns", FixedDelay.ofMinutes(10))
                .execute((_, _) -> {
                    watch.escalate();
                    rounds.sweep();
                    watch.goOn();
                });
    }

    @Component("findingWatchWhenTimeIsAdvanced")
    static class WhenTimeIsAdvanced {

        private final FindingWatch watch;
        private final Rounds rounds;

        WhenTimeIsAdvanced(FindingWatch watch, Rounds rounds) {
            this.watch = watch;
            this.rounds = rounds;
        }

        @ApplicationModuleListener
        void goOn(BusinessClockAdvanced advanced) {
            watch.escalate();
            rounds.sweep();
            watch.goOn();
        }
    }
}
