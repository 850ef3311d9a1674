// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// When doubles on clusters are looked for: once a minute, by any node.
@Configuration(proxyBeanMethods = false)
class ClusterDoubles {

    @Bean
    RecurringTask<Void> clusterDoublesTask(CancelDoubles doubles) {
        return Tasks.recurring("compute-cluster-doubles", FixedDelay.ofMinutes(1))
                .execute((_, _) -> doubles.run());
    }
}
