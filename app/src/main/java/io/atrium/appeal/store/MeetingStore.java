// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.store;

import static io.atrium.jooq.Tables.APPEAL;
import static io.atrium.jooq.Tables.APPEAL_MEETING;
import static io.atrium.jooq.Tables.APPEAL_MEETING_CASE;

import io.atrium.appeal.AppealId;
import io.atrium.appeal.AppealView;
import io.atrium.appeal.CallMeeting;
import io.atrium.appeal.ConcludeMeeting;
import io.atrium.appeal.MeetingId;
import io.atrium.appeal.MeetingView;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Meetings and their lists. Which cases of a list are seen is decided as everywhere, by [AppealSight].
@Component
public class MeetingStore {

    private final DSLContext database;

    MeetingStore(DSLContext database) {
        this.database = database;
    }

    public void insert(Actor actor, MeetingId id, CallMeeting command, Instant now) {
        database.insertInto(APPEAL_MEETING)
                .set(APPEAL_MEETING.ID, id.value())
                .set(APPEAL_MEETING.TITLE, command.title().strip())
                .set(APPEAL_MEETING.HELD_ON, command.heldOn())
                .set(APPEAL_MEETING.PLACE, command.place().strip())
                .set(APPEAL_MEETING.HOST_ID, actor.organisation().value())
                .set(APPEAL_MEETING.CALLED_BY, actor.name())
                .set(APPEAL_MEETING.CALLED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    public Optional<MeetingView> find(MeetingId id) {
        return list(APPEAL_MEETING.ID.eq(id.value()), 0, 1).stream().findFirst();
    }

    /// Latest day first.
    public List<MeetingView> list(long offset, int limit) {
        return list(DSL.noCondition(), offset, limit);
    }

    public int count() {
        return database.fetchCount(APPEAL_MEETING);
    }

    private List<MeetingView> list(Condition which, long offset, int limit) {
        var cases = DSL.field(DSL.selectCount()
                .from(APPEAL_MEETING_CASE)
                .where(APPEAL_MEETING_CASE.MEETING_ID.eq(APPEAL_MEETING.ID)));
        return database.select(APPEAL_MEETING.asterisk(), cases.as("cases"))
                .from(APPEAL_MEETING)
                .where(which)
                .orderBy(APPEAL_MEETING.HELD_ON.desc(), APPEAL_MEETING.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(row -> new MeetingView(
                        new MeetingId(row.get(APPEAL_MEETING.ID)),
                        row.get(APPEAL_MEETING.TITLE),
                        row.get(APPEAL_MEETING.HELD_ON),
                        row.get(APPEAL_MEETING.PLACE),
                        new OrgId(row.get(APPEAL_MEETING.HOST_ID)),
                        row.get("cases", Integer.class),
                        conclusion(row)));
    }

    private static MeetingView.@Nullable Conclusion conclusion(Record row) {
        var at = row.get(APPEAL_MEETING.CONCLUDED_AT);
        return at == null
                ? null
                : new MeetingView.Conclusion(
                        row.get(APPEAL_MEETING.CONCLUSION), row.get(APPEAL_MEETING.CONCLUDED_BY), at.toInstant());
    }

    /// Locks it until the transaction ends.
    public Optional<MeetingView> lock(MeetingId id) {
        database.select(APPEAL_MEETING.ID)
                .from(APPEAL_MEETING)
                .where(APPEAL_MEETING.ID.eq(id.value()))
                .forUpdate()
                .fetch();
        return find(id);
    }

    public void conclude(Actor actor, ConcludeMeeting command, Instant now) {
        database.update(APPEAL_MEETING)
                .set(APPEAL_MEETING.CONCLUSION, command.words().strip())
                .set(APPEAL_MEETING.CONCLUDED_BY, actor.name())
                .set(APPEAL_MEETING.CONCLUDED_AT, now.atOffset(ZoneOffset.UTC))
                .where(APPEAL_MEETING.ID.eq(command.meeting().value()))
                .execute();
    }

    /// False if it was on the list.
    public boolean add(MeetingId meeting, AppealId appeal, Instant now) {
        return database.insertInto(APPEAL_MEETING_CASE)
                        .set(APPEAL_MEETING_CASE.MEETING_ID, meeting.value())
                        .set(APPEAL_MEETING_CASE.APPEAL_ID, appeal.value())
                        .set(APPEAL_MEETING_CASE.LISTED_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    public Optional<AppealId> byNumber(Condition visible, String number) {
        return database.select(APPEAL.ID)
                .from(APPEAL)
                .where(visible, APPEAL.NUMBER.equalIgnoreCase(number))
                .fetchOptional(row -> new AppealId(row.value1()));
    }

    /// In the order in which they were listed.
    public List<AppealView> cases(Condition visible, MeetingId meeting) {
        return database.select(APPEAL.fields())
                .from(APPEAL)
                .join(APPEAL_MEETING_CASE)
                .on(APPEAL_MEETING_CASE.APPEAL_ID.eq(APPEAL.ID))
                .where(visible, APPEAL_MEETING_CASE.MEETING_ID.eq(meeting.value()))
                .orderBy(APPEAL_MEETING_CASE.LISTED_AT, APPEAL.ID)
                .fetchInto(APPEAL)
                .map(AppealRows::view);
    }
}
