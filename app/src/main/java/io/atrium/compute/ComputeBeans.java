// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.compute.engine.SlurmSettings;
import io.atrium.compute.execution.CorpusCleaningRun;
import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.LocalProcessEngine;
import io.atrium.kernel.AtriumSettings;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// The execution engine of this machine, confined processes, and the workload that ships.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ComputeSettings.class, SlurmSettings.class, CreditSettings.class})
class ComputeBeans {

    @Bean
    @Primary
    ExecutionEngine executionEngine(AtriumSettings settings, InstantSource systemClock) {
        return new LocalProcessEngine(settings.data().resolve("runs"), systemClock);
    }

    @Bean
    CorpusCleaningRun corpusCleaningRun(AtriumSettings settings) {
        return new CorpusCleaningRun(settings.data().resolve("programs"));
    }
}
