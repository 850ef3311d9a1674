// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.kernel.clock.BusinessClockAdvanced;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// When the ledger's own work is done.
@Configuration(proxyBeanMethods = false)
class LedgerTimers {

    @Bean
    RecurringTask<Void> bookMeteredUsage(LedgerWork work) {
        return Tasks.recurring("ledger-book-usage", FixedDelay.ofSeconds(1)).execute((_, _) -> {
            while (work.bookUsage() == LedgerWork.GROUP_MAX) {
                Thread.onSpinWait(); // more is waiting: next group at once
            }
        });
    }

    @Bean
    RecurringTask<Void> freeOverdueHolds(LedgerWork work, BusinessClock clock) {
        return Tasks.recurring("ledger-free-overdue-holds", FixedDelay.ofMinutes(1))
                .execute((_, _) -> freeAll(work, clock));
    }

    @Bean
    RecurringTask<Void> sealTransfers(SealWork work) {
        return Tasks.recurring("ledger-seal", FixedDelay.ofSeconds(5)).execute((_, _) -> {
            while (work.sealSome() == SealWork.TRANSFERS_MAX) {
                Thread.onSpinWait();
            }
        });
    }

    private static void freeAll(LedgerWork work, BusinessClock clock) {
        while (work.freeOverdueHolds(clock.instant()) == LedgerWork.GROUP_MAX) {
            Thread.onSpinWait();
        }
    }

    @Component
    static class WhenTimeIsAdvanced {
        private final LedgerWork work;
        private final BusinessClock clock;

        WhenTimeIsAdvanced(LedgerWork work, BusinessClock clock) {
            this.work = work;
            this.clock = clock;
        }

        @ApplicationModuleListener
        void freeOverdueHolds(BusinessClockAdvanced advanced) {
            freeAll(work, clock);
        }
    }
}
