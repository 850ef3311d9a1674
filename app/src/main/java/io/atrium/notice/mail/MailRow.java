// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

import static io.atrium.jooq.Tables.MAIL;

import io.atrium.kernel.Ids;
import io.atrium.kernel.PersonId;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;

/// Making the row of a mail, of whatever purpose.
final class MailRow {

    private static final String ID_PREFIX = "eml";

    private MailRow() {}

    /// @param now of the system's clock
    static String insert(DSLContext database, Ids ids, MailPurpose purpose, PersonId person, OffsetDateTime now) {
        var id = ids.next(ID_PREFIX);
        database.insertInto(MAIL)
                .set(MAIL.ID, id)
                .set(MAIL.PERSON_ID, person.value())
                .set(MAIL.PURPOSE, purpose.name())
                .set(MAIL.STATE, MailState.WAITING.name())
                .set(MAIL.RETRY_AT, now)
                .set(MAIL.CREATED_AT, now)
                .execute();
        return id;
    }
}
