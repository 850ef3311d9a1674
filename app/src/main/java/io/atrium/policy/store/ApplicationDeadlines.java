// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.store;

import static io.atrium.jooq.Tables.APPLICATION_STEP;
import static io.atrium.jooq.Tables.BENEFIT_APPLICATION;

import io.atrium.kernel.calendar.Deadline;
import io.atrium.kernel.calendar.DeadlineUnit;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.web.deadline.DeadlineSource;
import io.atrium.web.deadline.OpenDeadline;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Terms of applications. How many days a state may last follows from the calendar that counted them.
@Component
class ApplicationDeadlines implements DeadlineSource {

    private final DSLContext database;
    private final WorkingCalendar calendar;

    ApplicationDeadlines(DSLContext database, WorkingCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    @Override
    public List<OpenDeadline> open(Instant now, int limit, Text t) {
        var began = DSL.max(APPLICATION_STEP.AT);
        return database.select(BENEFIT_APPLICATION.ID, BENEFIT_APPLICATION.NUMBER, BENEFIT_APPLICATION.DUE_AT, began)
                .from(BENEFIT_APPLICATION)
                .join(APPLICATION_STEP)
                .on(APPLICATION_STEP.APPLICATION_ID.eq(BENEFIT_APPLICATION.ID))
                .where(BENEFIT_APPLICATION.DUE_AT.gt(now.atOffset(ZoneOffset.UTC)))
                .groupBy(BENEFIT_APPLICATION.ID, BENEFIT_APPLICATION.NUMBER, BENEFIT_APPLICATION.DUE_AT)
                .orderBy(BENEFIT_APPLICATION.DUE_AT)
                .limit(limit)
                .fetch(row -> {
                    var start = row.get(began).toInstant();
                    var end = row.get(BENEFIT_APPLICATION.DUE_AT).toInstant();
                    int days = calendar.workingDaysBetween(calendar.dayOf(start), calendar.dayOf(end));
                    return new OpenDeadline(
                            row.get(BENEFIT_APPLICATION.ID),
                            t.of(
                                    "policy.application.deadline",
                                    Objects.requireNonNullElse(row.get(BENEFIT_APPLICATION.NUMBER), "")),
                            "/applications/" + row.get(BENEFIT_APPLICATION.ID),
                            start,
                            new Deadline(Math.max(1, days), DeadlineUnit.WORKING_DAY),
                            end);
                });
    }

    @Override
    public void move(OpenDeadline deadline, Instant dueAt) {
        database.update(BENEFIT_APPLICATION)
                .set(BENEFIT_APPLICATION.DUE_AT, dueAt.atOffset(ZoneOffset.UTC))
                .where(BENEFIT_APPLICATION.ID.eq(deadline.id()))
                .execute();
    }
}
