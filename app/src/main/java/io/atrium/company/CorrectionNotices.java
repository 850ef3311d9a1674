// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.identity.OrganisationView;
import io.atrium.identity.Organisations;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.notice.NoticeKind;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Tells community operations that a correction waits, and the firm what became of it.
@Component
class CorrectionNotices {

    private static final String KIND = "correction";

    private final Notices notices;
    private final Organisations organisations;

    CorrectionNotices(Notices notices, Organisations organisations) {
        this.notices = notices;
        this.organisations = organisations;
    }

    @Bean
    static NoticeKind correctionNoticeKind() {
        return NoticeKind.of(KIND, "company.notice.kind")
                .to(OrgKind.FIRM, Permission.MAINTAIN_COMPANY)
                .to(Permission.DECIDE_CORRECTION);
    }

    void asked(CorrectionView correction) {
        var words = Words.of("company.notice.asked", correction.firm().nameZh());
        for (OrganisationView community : organisations.list(OrgKind.COMMUNITY)) {
            var to = new Recipient.Holders(community.id(), Permission.DECIDE_CORRECTION);
            send(correction, to, words, correction.dueAt());
        }
    }

    void ended(CorrectionView correction, CorrectionState state) {
        notices.settle(path(correction));
        if (state != CorrectionState.WITHDRAWN) {
            var to = new Recipient.Holders(correction.firm().id(), Permission.MAINTAIN_COMPANY);
            send(correction, to, Words.of("company.notice." + state), null);
        }
    }

    private void send(CorrectionView correction, Recipient to, Words words, @Nullable Instant due) {
        var key = String.join(
                ":", correction.id().value(), words.key(), to.organisation().value());
        notices.send(new SendNotice(new RequestKey(key), to, KIND, words, path(correction), due));
    }

    private static String path(CorrectionView correction) {
        return "/corrections/" + correction.id();
    }
}
