// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Permission;
import io.atrium.notice.NoticeKind;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Tells a bank that a firm lets it read facts, or no longer does.
@Component
class ConsentNotices {

    private static final String KIND = "consent";

    private final Notices notices;

    ConsentNotices(Notices notices) {
        this.notices = notices;
    }

    @Bean
    static NoticeKind consentNoticeKind() {
        return NoticeKind.of(KIND, "company.notice.consent.kind").to(Permission.READ_CONSENTED);
    }

    void granted(ConsentId id, GrantConsent command) {
        var to = new Recipient.Holders(command.body(), Permission.READ_CONSENTED);
        var words = Words.of("company.notice.consent.granted", command.actor().organisationName(), command.until());
        var href = "/consented-firms/" + command.actor().organisation();
        notices.send(new SendNotice(new RequestKey(id + ":granted"), to, KIND, words, href));
    }

    void revoked(ConsentView consent, String firmName) {
        var to = new Recipient.Holders(consent.body().id(), Permission.READ_CONSENTED);
        var words = Words.of("company.notice.consent.revoked", firmName);
        notices.send(new SendNotice(new RequestKey(consent.id() + ":revoked"), to, KIND, words, "/consented-firms"));
    }
}
