// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.webhook;

import io.atrium.kernel.access.Permission;
import io.atrium.notice.NoticeKind;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookBeans {

    /// The kind of the message that an endpoint was disabled.
    static final String KIND = "webhook";

    @Bean
    static NoticeKind webhookNoticeKind() {
        return NoticeKind.of(KIND, "notice.webhook.kind").urgent().to(Permission.MANAGE_WEBHOOKS);
    }
}
