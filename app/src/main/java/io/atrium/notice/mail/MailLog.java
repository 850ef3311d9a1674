// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

import static io.atrium.jooq.Tables.MAIL;
import static io.atrium.jooq.Tables.MAIL_ITEM;

import io.atrium.kernel.access.Actor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What was mailed to a person lately (邮件记录), for that person alone.
@Component
public class MailLog {

    private static final int SHOWN_MAX = 20;

    private final DSLContext database;

    MailLog(DSLContext database) {
        this.database = database;
    }

    /// @param problem what the mail server said last, as it said it
    /// @param items how many messages it tells of
    public record Entry(
            String id,
            MailPurpose purpose,
            MailState state,
            int items,
            int attempts,
            @Nullable String problem,
            Instant createdAt,
            @Nullable Instant endedAt) {}

    @Transactional(readOnly = true)
    public List<Entry> recent(Actor actor) {
        var items = DSL.field(DSL.selectCount().from(MAIL_ITEM).where(MAIL_ITEM.MAIL_ID.eq(MAIL.ID)));
        return database.select(MAIL.fields())
                .select(items)
                .from(MAIL)
                .where(MAIL.PERSON_ID.eq(actor.person().value()))
                .orderBy(MAIL.ID.desc())
                .limit(SHOWN_MAX)
                .fetch(row -> new Entry(
                        row.get(MAIL.ID),
                        MailPurpose.valueOf(row.get(MAIL.PURPOSE)),
                        MailState.valueOf(row.get(MAIL.STATE)),
                        row.get(items),
                        row.get(MAIL.ATTEMPTS),
                        row.get(MAIL.PROBLEM),
                        row.get(MAIL.CREATED_AT).toInstant(),
                        instant(row.get(MAIL.ENDED_AT))));
    }

    /// When the next mail of gathered messages goes out, and how many it will tell of; empty when nothing waits.
    @Transactional(readOnly = true)
    public Optional<Waiting> waiting(Actor actor) {
        return database.select(DSL.count(), DSL.min(MAIL_ITEM.RELEASE_AT))
                .from(MAIL_ITEM)
                .where(MAIL_ITEM.PERSON_ID.eq(actor.person().value()), MAIL_ITEM.MAIL_ID.isNull())
                .fetchOptional()
                .filter(row -> row.value1() > 0)
                .map(row -> new Waiting(row.value1(), row.value2().toInstant()));
    }

    /// What waits for the next digest or for the end of quiet hours.
    public record Waiting(int items, Instant until) {}

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
