// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.kernel.access.Permission;
import io.atrium.notice.NoticeKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What findings bring along: their kind of message.
@Configuration(proxyBeanMethods = false)
class PatternBeans {

    @Bean
    static NoticeKind findingNoticeKind() {
        return NoticeKind.of(FindingNotices.KIND, "appeal.finding.notice.kind")
                .to(Permission.HANDLE_APPEAL, Permission.DISPATCH_APPEAL);
    }
}
