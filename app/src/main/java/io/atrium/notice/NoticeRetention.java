// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

import static io.atrium.jooq.Tables.NOTICE;

import io.atrium.kernel.clock.BusinessClock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How long messages are kept (保存期限). The records that they point to stay; only the pointer goes.
@Component
public class NoticeRetention {

    /// A year and a bit, so that last year's message about a yearly policy is still there.
    public static final Duration KEPT = Duration.ofDays(400);

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
        return database.deleteFrom(NOTICE).where(NOTICE.ID.in(old)).execute();
    }
}
