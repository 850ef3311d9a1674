// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.notice.NoticeKind;
import io.atrium.premises.domain.MoveTemplates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What premises bring along: their kind of message, and the templates of moves.
@Configuration(proxyBeanMethods = false)
class PremisesBeans {

    @Bean
    static NoticeKind moveNoticeKind() {
        return NoticeKind.of(MoveNotices.KIND, "premises.notice.kind")
                .to(OrgKind.FIRM, Permission.READ_MOVE)
                .to(Permission.DO_MOVE_STEP);
    }

    @Bean
    static MoveTemplates moveTemplates() {
        return MoveTemplates.shipped();
    }
}
