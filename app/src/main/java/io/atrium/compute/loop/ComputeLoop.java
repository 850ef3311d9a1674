// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The loop of compute: every second it looks after what runs, settles what ended, places what waits, starts what is
/// placed.
///
/// Providers' clusters have a loop of their own: one that does not answer holds up nobody else's jobs.
///
/// Each step reads the state from the database and moves single jobs in transactions of their own, so a step that is
/// killed half-way is simply taken again; nothing is kept in memory between rounds.
@Configuration(proxyBeanMethods = false)
class ComputeLoop {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final Duration DOUBLES_INTERVAL = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(ComputeLoop.class);

    @Bean
    RecurringTask<Void> computeLoopTask(
            WatchRunningJobs watch, SettleEndedJobs settle, PlaceWaitingJobs place, StartPlacedJobs start) {
        return Tasks.recurring("compute-loop", FixedDelay.of(INTERVAL)).execute((_, _) -> {
            take("watch", watch::here);
            take("settle", settle::run);
            take("place", place::run);
            take("start", start::here);
        });
    }

    @Bean
    RecurringTask<Void> clusterLoopTask(WatchRunningJobs watch, StartPlacedJobs start) {
        return Tasks.recurring("compute-clusters", FixedDelay.of(INTERVAL)).execute((_, _) -> {
            take("watch on clusters", watch::onClusters);
            take("start on clusters", start::onClusters);
        });
    }

    @Bean
    RecurringTask<Void> clusterDoublesTask(CancelDoubles doubles) {
        return Tasks.recurring("compute-cluster-doubles", FixedDelay.of(DOUBLES_INTERVAL))
                .execute((_, _) -> take("cancel doubles", doubles::run));
    }

    /// A step that fails does not keep the others from being taken.
    private static void take(String name, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            LOG.error("step {} failed; it is taken again in a second", name, failure);
        }
    }
}
