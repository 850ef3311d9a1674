// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.atrium.notice.NoticeRetention;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// When old messages are removed.
@Configuration(proxyBeanMethods = false)
class NoticeTimers {

    @Bean
    RecurringTask<Void> removeOldNotices(NoticeRetention retention) {
        return Tasks.recurring("notice-remove-old", FixedDelay.ofHours(6)).execute((_, _) -> {
            while (retention.removeOld() > 0) {
                Thread.onSpinWait(); // more may be old: next group at once
            }
        });
    }
}
