// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.notice.NoticeKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What service for firms brings along: its kind of message.
@Configuration(proxyBeanMethods = false)
class ServiceBeans {

    @Bean
    static NoticeKind serviceNoticeKind() {
        return NoticeKind.of(ServiceNotices.KIND, "service.notice.kind")
                .to(OrgKind.FIRM, Permission.READ_SERVICE)
                .to(Permission.SERVE_FIRM);
    }
}
