// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.store;

import static io.atrium.jooq.Tables.GRANT_CASE;
import static io.atrium.jooq.Tables.GRANT_LIST;
import static io.atrium.jooq.Tables.GRANT_STEP;
import static io.atrium.jooq.Tables.ORGANISATION;

import io.atrium.kernel.calendar.Deadline;
import io.atrium.kernel.calendar.DeadlineUnit;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.policy.domain.GrantState;
import io.atrium.voucher.PolicyTitles;
import io.atrium.web.deadline.DeadlineSource;
import io.atrium.web.deadline.OpenDeadline;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Ends of publicity and of the window to confirm. How many days a policy gives follows from the calendar that counted
/// them.
@Component
class GrantDeadlines implements DeadlineSource {

    private static final List<String> IN_PUBLICITY =
            List.of(GrantState.PUBLICITY.name(), GrantState.OBJECTION_HELD.name());

    private final DSLContext database;
    private final WorkingCalendar calendar;
    private final ObjectProvider<PolicyTitles> titles;

    GrantDeadlines(DSLContext database, WorkingCalendar calendar, ObjectProvider<PolicyTitles> titles) {
        this.database = database;
        this.calendar = calendar;
        this.titles = titles;
    }

    @Override
    public List<OpenDeadline> open(Instant now, int limit, Text t) {
        return Stream.concat(publicity(now, limit, t), windows(now, limit, t))
                .limit(limit)
                .toList();
    }

    private Stream<OpenDeadline> publicity(Instant now, int limit, Text t) {
        var titled = titles.getObject().all(t);
        return database
                .selectFrom(GRANT_LIST)
                .where(GRANT_LIST.PUBLICITY_ENDS_AT.gt(now.atOffset(ZoneOffset.UTC)))
                .orderBy(GRANT_LIST.PUBLICITY_ENDS_AT)
                .limit(limit)
                .fetch(row -> deadline(
                        row.getId(),
                        t.of("policy.deadline.publicity", titled.getOrDefault(row.getPolicyId(), row.getPolicyId())),
                        "/grant-lists/" + row.getId(),
                        row.getConfirmedAt(),
                        row.getPublicityEndsAt()))
                .stream();
    }

    private Stream<OpenDeadline> windows(Instant now, int limit, Text t) {
        var began = DSL.max(GRANT_STEP.AT);
        return database
                .select(GRANT_CASE.ID, GRANT_CASE.DUE_AT, ORGANISATION.NAME_ZH, began)
                .from(GRANT_CASE)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(GRANT_CASE.ORG_ID))
                .join(GRANT_STEP)
                .on(GRANT_STEP.CASE_ID.eq(GRANT_CASE.ID), GRANT_STEP.STATE.eq(GRANT_CASE.STATE))
                .where(
                        GRANT_CASE.STATE.eq(GrantState.FIRM_CONFIRM.name()),
                        GRANT_CASE.DUE_AT.gt(now.atOffset(ZoneOffset.UTC)))
                .groupBy(GRANT_CASE.ID, GRANT_CASE.DUE_AT, ORGANISATION.NAME_ZH)
                .orderBy(GRANT_CASE.DUE_AT)
                .limit(limit)
                .fetch(row -> deadline(
                        row.get(GRANT_CASE.ID),
                        t.of("policy.deadline.confirm", row.get(ORGANISATION.NAME_ZH)),
                        "/grants/" + row.get(GRANT_CASE.ID),
                        row.get(began),
                        row.get(GRANT_CASE.DUE_AT)))
                .stream();
    }

    private OpenDeadline deadline(String id, String text, String href, OffsetDateTime began, OffsetDateTime due) {
        var start = began.toInstant();
        var end = due.toInstant();
        int days = calendar.workingDaysBetween(calendar.dayOf(start), calendar.dayOf(end));
        return new OpenDeadline(id, text, href, start, new Deadline(Math.max(1, days), DeadlineUnit.WORKING_DAY), end);
    }

    @Override
    public void move(OpenDeadline deadline, Instant dueAt) {
        var due = dueAt.atOffset(ZoneOffset.UTC);
        database.update(GRANT_LIST)
                .set(GRANT_LIST.PUBLICITY_ENDS_AT, due)
                .where(GRANT_LIST.ID.eq(deadline.id()))
                .execute();
        database.update(GRANT_CASE)
                .set(GRANT_CASE.DUE_AT, due)
                .where(GRANT_CASE
                        .ID
                        .eq(deadline.id())
                        .or(GRANT_CASE.LIST_ID.eq(deadline.id()).and(GRANT_CASE.STATE.in(IN_PUBLICITY))))
                .execute();
    }
}
