// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.store;

import static io.atrium.jooq.Tables.CORRECTION;
import static io.atrium.jooq.Tables.ORGANISATION;

import io.atrium.company.CorrectionState;
import io.atrium.kernel.calendar.Deadline;
import io.atrium.kernel.calendar.DeadlineUnit;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.web.deadline.DeadlineSource;
import io.atrium.web.deadline.OpenDeadline;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// By when open corrections must be decided.
@Component
class CorrectionDeadlines implements DeadlineSource {

    private final DSLContext database;
    private final WorkingCalendar calendar;

    CorrectionDeadlines(DSLContext database, WorkingCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    @Override
    public List<OpenDeadline> open(Instant now, int limit, Text t) {
        return database.select(CORRECTION.ID, CORRECTION.REQUESTED_AT, CORRECTION.DUE_AT, ORGANISATION.NAME_ZH)
                .from(CORRECTION)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(CORRECTION.ORGANISATION_ID))
                .where(
                        CORRECTION.STATE.eq(CorrectionState.OPEN.name()),
                        CORRECTION.DUE_AT.gt(now.atOffset(ZoneOffset.UTC)))
                .orderBy(CORRECTION.DUE_AT)
                .limit(limit)
                .fetch(row -> deadline(row, t));
    }

    private OpenDeadline deadline(Record row, Text t) {
        var start = row.get(CORRECTION.REQUESTED_AT).toInstant();
        var end = row.get(CORRECTION.DUE_AT).toInstant();
        int days = calendar.workingDaysBetween(calendar.dayOf(start), calendar.dayOf(end));
        return new OpenDeadline(
                row.get(CORRECTION.ID),
                t.of("company.deadline.correction", row.get(ORGANISATION.NAME_ZH)),
                "/corrections/" + row.get(CORRECTION.ID),
                start,
                new Deadline(Math.max(1, days), DeadlineUnit.WORKING_DAY),
                end);
    }

    @Override
    public void move(OpenDeadline deadline, Instant dueAt) {
        database.update(CORRECTION)
                .set(CORRECTION.DUE_AT, dueAt.atOffset(ZoneOffset.UTC))
                .where(CORRECTION.ID.eq(deadline.id()))
                .execute();
    }
}
