// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.budget;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// When budgets are looked after.
@Configuration(proxyBeanMethods = false)
class BudgetTimers {

    @Bean
    RecurringTask<Void> budgetTask(BudgetWork work) {
        return Tasks.recurring("compute-budgets", FixedDelay.ofSeconds(15)).execute((_, _) -> work.run());
    }
}
