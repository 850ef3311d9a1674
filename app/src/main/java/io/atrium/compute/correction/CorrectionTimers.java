// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.correction;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// When agreed price corrections are carried out.
@Configuration(proxyBeanMethods = false)
class CorrectionTimers {

    @Bean
    RecurringTask<Void> correctPricedBillsTask(CorrectPricedBills bills) {
        return Tasks.recurring("compute-price-corrections", FixedDelay.ofSeconds(10))
                .execute((_, _) -> bills.run());
    }
}
