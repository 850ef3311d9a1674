// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The loop of compute: every second it looks after what runs, settles what ended, places what waits, starts what is
/// placed.
///
/// Each step reads the state from the database and moves single jobs in transactions of their own, so a step that is
/// killed half-way is simply taken again; nothing is kept in memory between rounds.
@Configuration(proxyBeanMethods = false)
class ComputeLoop {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Bean
    RecurringTask<Void> computeLoopTask(
            WatchRunningJobs watch, SettleEndedJobs settle, PlaceWaitingJobs place, StartPlacedJobs start) {
        return Tasks.recurring("compute-loop", FixedDelay.of(INTERVAL)).execute((_, _) -> {
            watch.run();
            settle.run();
            place.run();
            start.run();
        });
    }
}
