// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.files.Attachment;
import io.atrium.files.EvidenceType;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes an appeal of a mail (邮件导入): subject, text, sender and attachments are the firm's own; whoever takes it in says
/// whose it is and its category. The same mail is taken in once.
@Component
public class MailOrders {

    public static final int BYTES_MAX = MailOrder.BYTES_MAX;

    private final Appeals appeals;

    MailOrders(Appeals appeals) {
        this.appeals = appeals;
    }

    public record TakeIn(RequestKey key, OrgId firm, String category, byte[] mail) {}

    /// What was made of it.
    ///
    /// @param leftOut names of attachments that are not kept: of another kind, or too many
    public record Taken(AppealId appeal, List<String> leftOut) {

        public Taken {
            leftOut = List.copyOf(leftOut);
        }
    }

    @Transactional
    public Taken takeIn(Actor actor, TakeIn command) {
        var mail = MailOrder.read(command.mail())
                .orElseThrow(() -> new RefusedException(AppealRefusal.APPEAL_MAIL_UNREADABLE));
        var kept = mail.attachments().stream()
                .filter(file -> EvidenceType.of(file.bytes()).isPresent())
                .limit(RaiseAppeal.FILES_MAX)
                .toList();
        if (mail.text().length() > RaiseAppeal.WORDS_LENGTH_MAX) {
            throw new RefusedException(
                    Refusal.of(AppealRefusal.APPEAL_WORDS_LENGTH, "limit", RaiseAppeal.WORDS_LENGTH_MAX));
        }
        var appeal = appeals.raise(
                actor,
                new RaiseAppeal(
                        command.key(),
                        command.firm(),
                        AppealChannel.MAIL,
                        command.category(),
                        Urgency.NORMAL,
                        shortened(mail.subject(), RaiseAppeal.TITLE_LENGTH_MAX),
                        mail.text(),
                        false,
                        shortened(mail.sender(), RaiseAppeal.CONTACT_LENGTH_MAX),
                        "",
                        null,
                        shortened(mail.messageId(), RaiseAppeal.CONTACT_LENGTH_MAX),
                        kept));
        var leftOut = mail.attachments().stream()
                .filter(file -> !kept.contains(file))
                .map(Attachment::name)
                .toList();
        return new Taken(appeal, leftOut);
    }

    private static String shortened(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max - 1) + "…";
    }
}
