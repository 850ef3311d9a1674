// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.atrium.identity.AuditSeals;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Seals the audit trail every few seconds.
@Configuration(proxyBeanMethods = false)
class SealAuditTrail {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    @Bean
    RecurringTask<Void> sealAuditTrailTask(AuditSeals seals) {
        return Tasks.recurring("seal-audit-trail", FixedDelay.of(INTERVAL)).execute((_, _) -> seals.seal());
    }
}
