// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.atrium.kernel.clock.BusinessClockAdvanced;
import io.atrium.premises.Moves;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Looks at steps of moves every ten minutes, and when business time is moved.
@Configuration(proxyBeanMethods = false)
class MoveTimers {

    @Bean
    RecurringTask<Void> moveRemindersTask(Moves moves) {
        return Tasks.recurring("premises-remind-of-steps", FixedDelay.ofMinutes(10))
                .execute((_, _) -> moves.sweep());
    }

    @Component
    static class StepsWhenTimeIsAdvanced {

        private final Moves moves;

        StepsWhenTimeIsAdvanced(Moves moves) {
            this.moves = moves;
        }

        @ApplicationModuleListener
        void goOn(BusinessClockAdvanced advanced) {
            moves.sweep();
        }
    }
}
