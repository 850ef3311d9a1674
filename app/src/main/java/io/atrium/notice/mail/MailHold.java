// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

import static io.atrium.jooq.Tables.MAIL_ITEM;
import static io.atrium.jooq.Tables.NOTICE;

import io.atrium.jooq.tables.records.MailRecord;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.notice.NoticeKind;
import io.atrium.notice.mail.ReleaseTime.Urgency;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps a mail back whose turn comes again in quiet hours, because the mail server was away before (免打扰).
@Component
class MailHold {

    private final DSLContext database;
    private final MailChoices choices;
    private final List<NoticeKind> kinds;
    private final BusinessClock clock;

    MailHold(DSLContext database, MailChoices choices, List<NoticeKind> kinds, BusinessClock clock) {
        this.database = database;
        this.choices = choices;
        this.kinds = kinds;
        this.clock = clock;
    }

    /// The end of the quiet hours; null when it may go.
    @Nullable
    OffsetDateTime until(MailRecord mail) {
        var quiet = choices.find(new PersonId(mail.getPersonId())).quiet();
        if (quiet == null || mail.getPurpose().equals(MailPurpose.CONFIRMATION.name())) {
            return null;
        }
        var now = clock.instant();
        var end = quiet.endAfter(now.atZone(BusinessClock.ZONE)).toInstant();
        boolean mayWait = end.isAfter(now) && urgencies(mail).stream().allMatch(one -> one.canWaitUntil(end));
        return mayWait ? end.atOffset(ZoneOffset.UTC) : null;
    }

    private List<Urgency> urgencies(MailRecord mail) {
        return database.select(NOTICE.KIND, NOTICE.DUE_AT)
                .from(MAIL_ITEM)
                .join(NOTICE)
                .on(NOTICE.ID.eq(MAIL_ITEM.NOTICE_ID))
                .where(MAIL_ITEM.MAIL_ID.eq(mail.getId()))
                .fetch(row -> new Urgency(
                        kinds.stream().anyMatch(kind -> kind.name().equals(row.value1()) && kind.isUrgent()),
                        row.value2() == null ? null : row.value2().toInstant()));
    }
}
