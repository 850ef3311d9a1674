// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.compute.engine.NodeRuns;
import io.atrium.compute.engine.SlurmSettings;
import io.atrium.compute.execution.CorpusCleaningRun;
import io.atrium.compute.execution.LocalProcessEngine;
import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.node.AppNodes;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// The execution engine of this node's machine, confined processes, and the workload that ships.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ComputeSettings.class, SlurmSettings.class, CreditSettings.class, LendingSettings.class
})
class ComputeBeans {

    @Bean
    @Primary
    LocalProcessEngine executionEngine(AppNodes nodes, InstantSource systemClock) {
        return NodeRuns.engine(nodes.place(), systemClock);
    }

    @Bean
    CorpusCleaningRun corpusCleaningRun(AtriumSettings settings) {
        return new CorpusCleaningRun(settings.data().resolve("programs"));
    }
}
