// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.store;

import static io.atrium.jooq.Tables.MOVE_STEP;
import static io.atrium.jooq.Tables.PREMISES_MOVE;

import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.calendar.Deadline;
import io.atrium.kernel.calendar.DeadlineUnit;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.premises.MoveKind;
import io.atrium.premises.StepState;
import io.atrium.premises.domain.MoveTemplates;
import io.atrium.web.deadline.DeadlineSource;
import io.atrium.web.deadline.OpenDeadline;
import io.atrium.web.text.Bilingual;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// Days of open steps follow a change of the working calendar.
@Component
class MoveDeadlines implements DeadlineSource {

    private final DSLContext database;
    private final WorkingCalendar calendar;
    private final MoveTemplates templates;
    private final OrganisationNames names;

    MoveDeadlines(DSLContext database, WorkingCalendar calendar, MoveTemplates templates, OrganisationNames names) {
        this.database = database;
        this.calendar = calendar;
        this.templates = templates;
        this.names = names;
    }

    @Override
    public List<OpenDeadline> open(Instant now, int limit, Text t) {
        var rows = database.select(
                        MOVE_STEP.asterisk(), PREMISES_MOVE.FIRM_ID, PREMISES_MOVE.KIND, PREMISES_MOVE.TEMPLATE)
                .from(MOVE_STEP)
                .join(PREMISES_MOVE)
                .on(PREMISES_MOVE.ID.eq(MOVE_STEP.MOVE_ID))
                .where(MOVE_STEP.STATE.eq(StepState.OPEN.name()), MOVE_STEP.DUE_ON.ge(calendar.dayOf(now)))
                .orderBy(MOVE_STEP.DUE_ON, MOVE_STEP.ID)
                .limit(limit)
                .fetch();
        var called = names.of(t, rows.map(MoveDeadlines::firm));
        return rows.map(row -> new OpenDeadline(
                row.get(MOVE_STEP.ID),
                t.of("premises.deadline", called.getOrDefault(firm(row), ""), t.of(title(row))),
                "/moves/" + row.get(MOVE_STEP.MOVE_ID),
                calendar.closing(row.get(MOVE_STEP.COUNTED_FROM)),
                new Deadline(row.get(MOVE_STEP.DAYS), DeadlineUnit.WORKING_DAY),
                calendar.closing(row.get(MOVE_STEP.DUE_ON))));
    }

    private static OrgId firm(Record row) {
        return new OrgId(row.get(PREMISES_MOVE.FIRM_ID));
    }

    private Bilingual title(Record row) {
        return templates
                .find(MoveKind.valueOf(row.get(PREMISES_MOVE.KIND)), row.get(PREMISES_MOVE.TEMPLATE))
                .step(row.get(MOVE_STEP.CODE))
                .title();
    }

    @Override
    public void move(OpenDeadline deadline, Instant dueAt) {
        database.update(MOVE_STEP)
                .set(MOVE_STEP.DUE_ON, calendar.dayOf(dueAt))
                .where(MOVE_STEP.ID.eq(deadline.id()), MOVE_STEP.STATE.eq(StepState.OPEN.name()))
                .execute();
    }
}
