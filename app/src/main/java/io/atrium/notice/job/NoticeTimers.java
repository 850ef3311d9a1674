// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.atrium.notice.NoticeRetention;
import io.atrium.notice.mail.MailRounds;
import io.atrium.notice.webhook.WebhookRounds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// When mails and events go out, and when old messages are removed.
@Configuration(proxyBeanMethods = false)
class NoticeTimers {

    @Bean
    RecurringTask<Void> deliverMails(MailRounds rounds) {
        return Tasks.recurring("notice-deliver-mails", FixedDelay.ofSeconds(2)).execute((_, _) -> rounds.round());
    }

    @Bean
    RecurringTask<Void> deliverEvents(WebhookRounds rounds) {
        return Tasks.recurring("notice-deliver-events", FixedDelay.ofSeconds(2)).execute((_, _) -> rounds.round());
    }

    @Bean
    RecurringTask<Void> removeOldNotices(NoticeRetention retention) {
        return Tasks.recurring("notice-remove-old", FixedDelay.ofHours(6)).execute((_, _) -> {
            while (retention.removeOld() > 0) {
                Thread.onSpinWait(); // more may be old: next group at once
            }
        });
    }
}
