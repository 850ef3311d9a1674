// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.kernel.access.Permission;
import io.atrium.notice.NoticeKind;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What appeals bring along: their settings and their kind of message.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AppealSettings.class)
class AppealBeans {

    @Bean
    static NoticeKind appealNoticeKind() {
        return NoticeKind.of(AppealNotices.KIND, "appeal.notice.kind")
                .mandatoryBecause("appeal.notice.mandatory")
                .to(
                        Permission.RAISE_APPEAL,
                        Permission.READ_APPEAL,
                        Permission.HANDLE_APPEAL,
                        Permission.DISPATCH_APPEAL);
    }
}
