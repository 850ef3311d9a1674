// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.store;

import static io.atrium.jooq.Tables.APPEAL;
import static io.atrium.jooq.Tables.APPEAL_CLOCK;

import io.atrium.appeal.AppealId;
import io.atrium.appeal.ClockKind;
import io.atrium.kernel.calendar.Deadline;
import io.atrium.kernel.calendar.DeadlineUnit;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.deadline.DeadlineSource;
import io.atrium.web.deadline.OpenDeadline;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Clocks that count working days or hours and were neither paused nor moved: those follow a change of the calendar. An
/// extended or paused end was promised as a date and stays.
@Component
class AppealDeadlines implements DeadlineSource {

    private final DSLContext database;
    private final AppealStore store;
    private final BusinessClock clock;

    AppealDeadlines(DSLContext database, AppealStore store, BusinessClock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<OpenDeadline> open(Instant now, int limit, Text t) {
        return database.select(APPEAL.NUMBER, APPEAL_CLOCK.asterisk())
                .from(APPEAL_CLOCK)
                .join(APPEAL)
                .on(APPEAL.ID.eq(APPEAL_CLOCK.APPEAL_ID))
                .where(
                        APPEAL_CLOCK.ENDED_AT.isNull(),
                        APPEAL_CLOCK.PAUSED_AT.isNull(),
                        APPEAL_CLOCK.PAUSED_DAYS.eq(0),
                        APPEAL_CLOCK.PAUSED_MS.eq(0L),
                        APPEAL_CLOCK.UNIT.ne(DeadlineUnit.MINUTE.name()),
                        APPEAL_CLOCK.UNIT.ne(DeadlineUnit.HOUR.name()),
                        APPEAL.EXTENDED.isFalse().or(APPEAL_CLOCK.KIND.ne(ClockKind.FINISH.name())),
                        APPEAL_CLOCK.DUE_AT.gt(now.atOffset(ZoneOffset.UTC)))
                .orderBy(APPEAL_CLOCK.DUE_AT)
                .limit(limit)
                .fetch(row -> new OpenDeadline(
                        row.get(APPEAL_CLOCK.APPEAL_ID) + "/" + row.get(APPEAL_CLOCK.KIND),
                        t.of(
                                "appeal.deadline",
                                row.get(APPEAL.NUMBER),
                                t.of("appeal.clock." + row.get(APPEAL_CLOCK.KIND))),
                        "/appeals/" + row.get(APPEAL_CLOCK.APPEAL_ID),
                        row.get(APPEAL_CLOCK.STARTED_AT).toInstant(),
                        new Deadline(row.get(APPEAL_CLOCK.AMOUNT), DeadlineUnit.valueOf(row.get(APPEAL_CLOCK.UNIT))),
                        row.get(APPEAL_CLOCK.DUE_AT).toInstant()));
    }

    @Override
    public void move(OpenDeadline deadline, Instant dueAt) {
        var parts = deadline.id().split("/", 2);
        store.lock(DSL.noCondition(), new AppealId(parts[0]), clock.instant()).ifPresent(file -> {
            file.moveEnd(ClockKind.valueOf(parts[1]), dueAt);
            store.save(file);
        });
    }
}
