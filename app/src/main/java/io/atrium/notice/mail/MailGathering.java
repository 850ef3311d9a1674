// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

import static io.atrium.jooq.Tables.MAIL_ITEM;

import io.atrium.kernel.Ids;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.clock.BusinessClock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Makes one mail for each person of what waited for the digest, or for the end of quiet hours (汇总). It is made
/// before it is sent, so that a digest that is sent again tells the same, and no message is told in two.
@Component
class MailGathering {

    /// What a reader can still take in; the rest comes in a further mail.
    private static final int ITEMS_MAX = 100;
    private static final int PERSONS_MAX = 200;

    private final DSLContext database;
    private final Ids ids;
    private final InstantSource clock;
    private final BusinessClock businessClock;

    MailGathering(DSLContext database, Ids ids, InstantSource clock, BusinessClock businessClock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.businessClock = businessClock;
    }

    void gather() {
        var due = database.selectDistinct(MAIL_ITEM.PERSON_ID)
                .from(MAIL_ITEM)
                .where(
                        MAIL_ITEM.MAIL_ID.isNull(),
                        MAIL_ITEM.RELEASE_AT.le(businessClock.instant().atOffset(ZoneOffset.UTC)))
                .limit(PERSONS_MAX)
                .fetch(MAIL_ITEM.PERSON_ID);
        due.forEach(this::gather);
    }

    /// All that waits for this person, due or not, so that nothing is told out of order.
    private void gather(String person) {
        var items = database.select(MAIL_ITEM.ID)
                .from(MAIL_ITEM)
                .where(MAIL_ITEM.PERSON_ID.eq(person), MAIL_ITEM.MAIL_ID.isNull())
                .orderBy(MAIL_ITEM.ID)
                .limit(ITEMS_MAX)
                .forUpdate()
                .skipLocked()
                .fetch(MAIL_ITEM.ID);
        if (!items.isEmpty()) {
            var mail = MailRow.insert(
                    database,
                    ids,
                    MailPurpose.DIGEST,
                    new PersonId(person),
                    clock.instant().atOffset(ZoneOffset.UTC));
            database.update(MAIL_ITEM)
                    .set(MAIL_ITEM.MAIL_ID, mail)
                    .where(MAIL_ITEM.ID.in(items))
                    .execute();
        }
    }
}
