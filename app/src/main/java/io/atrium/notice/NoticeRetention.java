// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

import static io.atrium.jooq.Tables.MAIL;
import static io.atrium.jooq.Tables.NOTICE;
import static io.atrium.jooq.Tables.WEBHOOK_DELIVERY;

import io.atrium.kernel.clock.BusinessClock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How long messages are kept (保存期限). The records that they point to stay; only the pointer goes.
@Component
public class NoticeRetention {

    /// A year and a bit, so that last year's message about a yearly policy is still there.
    public static final Duration KEPT = Duration.ofDays(400);

    /// How long a delivery can be sent again (可重新推送).
    public static final Duration EVENTS_KEPT = Duration.ofDays(30);

    private static final int GROUP_MAX = 5_000;

    private final DSLContext database;
    private final BusinessClock clock;

    NoticeRetention(DSLContext database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Removes messages past their time whose deadline, if any, is over too; returns how many, at most a group.
    @Transactional
    public int removeOld() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var old = database.select(NOTICE.ID)
                .from(NOTICE)
                .where(
                        NOTICE.SENT_AT.lt(now.minus(KEPT)),
                        NOTICE.DUE_AT.isNull().or(NOTICE.DUE_AT.lt(now)))
                .limit(GROUP_MAX);
        removeMails(now.minus(KEPT));
        removeEvents(now.minus(EVENTS_KEPT));
        return database.deleteFrom(NOTICE).where(NOTICE.ID.in(old)).execute();
    }

    private void removeMails(OffsetDateTime before) {
        var old = database.select(MAIL.ID)
                .from(MAIL)
                .where(MAIL.ENDED_AT.lt(before))
                .limit(GROUP_MAX);
        database.deleteFrom(MAIL).where(MAIL.ID.in(old)).execute();
    }

    private void removeEvents(OffsetDateTime before) {
        var old = database.select(WEBHOOK_DELIVERY.ID)
                .from(WEBHOOK_DELIVERY)
                .where(WEBHOOK_DELIVERY.ENDED_AT.lt(before))
                .limit(GROUP_MAX);
        database.deleteFrom(WEBHOOK_DELIVERY).where(WEBHOOK_DELIVERY.ID.in(old)).execute();
    }
}
