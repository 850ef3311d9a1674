// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.store;

import static io.atrium.jooq.Tables.MOVE_STEP;

import io.atrium.kernel.calendar.Deadline;
import io.atrium.kernel.calendar.DeadlineUnit;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.premises.StepState;
import io.atrium.web.deadline.DeadlineSource;
import io.atrium.web.deadline.OpenDeadline;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Days of open steps follow a change of the working calendar.
@Component
class MoveDeadlines implements DeadlineSource {

    private final DSLContext database;
    private final WorkingCalendar calendar;

    MoveDeadlines(DSLContext database, WorkingCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    @Override
    public List<OpenDeadline> open(Instant now, int limit, Text t) {
        return database.selectFrom(MOVE_STEP)
                .where(MOVE_STEP.STATE.eq(StepState.OPEN.name()), MOVE_STEP.DUE_ON.ge(calendar.dayOf(now)))
                .orderBy(MOVE_STEP.DUE_ON, MOVE_STEP.ID)
                .limit(limit)
                .fetch(row -> new OpenDeadline(
                        row.getId(),
                        t.of("premises.deadline", row.getMoveId()),
                        "/moves/" + row.getMoveId(),
                        calendar.closing(row.getCountedFrom()),
                        new Deadline(row.getDays(), DeadlineUnit.WORKING_DAY),
                        calendar.closing(row.getDueOn())));
    }

    @Override
    public void move(OpenDeadline deadline, Instant dueAt) {
        database.update(MOVE_STEP)
                .set(MOVE_STEP.DUE_ON, calendar.dayOf(dueAt))
                .where(MOVE_STEP.ID.eq(deadline.id()), MOVE_STEP.STATE.eq(StepState.OPEN.name()))
                .execute();
    }
}
