// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.atrium.jooq.tables.records.MailAddressRecord;
import io.atrium.jooq.tables.records.MailRecord;
import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.PersonId;
import io.atrium.notice.mail.MailServer.Body;
import io.atrium.web.frame.ReaderLanguages;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Messages;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// A mail as text and as a simple page, in its reader's language (邮件正文): the one that their account remembers, else the
/// one in which they gave their address.
@Component
class MailBodies {

    private final Letters letters;
    private final ReaderLanguages languages;
    private final Messages messages;
    private final TemplateEngine templates;
    private final AtriumSettings settings;

    MailBodies(
            Letters letters,
            ReaderLanguages languages,
            Messages messages,
            TemplateEngine templates,
            AtriumSettings settings) {
        this.letters = letters;
        this.languages = languages;
        this.messages = messages;
        this.templates = templates;
        this.settings = settings;
    }

    /// Empty when nothing is left to tell.
    Optional<Body> write(MailRecord mail, MailAddressRecord address) {
        var t = messages.in(languages
                .find(new PersonId(mail.getPersonId()))
                .or(() -> Lang.find(address.getLang()))
                .orElse(Lang.ZH));
        return letters.write(mail, address, t).map(letter -> {
            var html = new StringOutput();
            templates.render("notice/mail.jte", Map.of("t", t, "letter", letter), html);
            var subject = "[" + settings.operatorName() + "] " + letter.subject();
            return new Body(subject, letter.plain(t), html.toString());
        });
    }
}
