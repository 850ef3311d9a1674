// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.atrium.compute.engine.Engines;
import io.atrium.compute.execution.slurm.SlurmEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is put in order on clusters from time to time, by any node: doubles once a minute, checkpoints of settled jobs
/// every five.
@Configuration(proxyBeanMethods = false)
class ClusterChores {

    @Bean
    RecurringTask<Void> clusterDoublesTask(CancelDoubles doubles) {
        return Tasks.recurring("compute-cluster-doubles", FixedDelay.ofMinutes(1))
                .execute((_, _) -> doubles.run());
    }

    @Bean
    RecurringTask<Void> clusterCheckpointsTask(Engines engines) {
        return Tasks.recurring("compute-cluster-checkpoints", FixedDelay.ofMinutes(5))
                .execute((_, _) -> engines.clusters().forEach(SlurmEngine::clearCheckpoints));
    }
}
