// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.job;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.RequestKey;
import io.atrium.notice.NoticeKind;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import io.atrium.web.operation.OperationEnded;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Tells a person that their long operation came to its end; the message leads to its page, which stays.
@Component
class OperationNotices {

    private static final String KIND = "operation";

    private final Notices notices;

    OperationNotices(Notices notices) {
        this.notices = notices;
    }

    @Bean
    static NoticeKind operationNoticeKind() {
        return NoticeKind.of(KIND, "notice.operation.kind");
    }

    @ApplicationModuleListener
    void tell(OperationEnded ended) {
        notices.send(new SendNotice(
                new RequestKey(ended.operation() + ":ended"),
                new Recipient.One(new OrgId(ended.organisation()), new PersonId(ended.person())),
                KIND,
                Words.of("notice.operation." + ended.state()),
                "/operations/" + ended.operation()));
    }
}
