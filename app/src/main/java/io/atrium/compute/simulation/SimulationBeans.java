// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.simulation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.atrium.compute.execution.simulated.SimulatedEngine;
import io.atrium.compute.execution.simulated.SimulatedRuns;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The simulated engine and the clock of the replay; in the demo only.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "atrium.demo", havingValue = "true")
class SimulationBeans {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Bean
    SimulatedEngine simulatedEngine(SimulatedRuns runs, InstantSource systemClock) {
        return new SimulatedEngine(runs, systemClock);
    }

    @Bean
    RecurringTask<Void> replayTask(Replays replays) {
        return Tasks.recurring("compute-replay", FixedDelay.of(INTERVAL)).execute((_, _) -> replays.arrive());
    }
}
