// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

import static io.atrium.jooq.Tables.MAIL;
import static io.atrium.jooq.Tables.MAIL_CHOICE;
import static io.atrium.jooq.Tables.MAIL_ITEM;
import static io.atrium.jooq.Tables.MAIL_MUTED;
import static io.atrium.jooq.Tables.NOTICE;

import io.atrium.jooq.tables.records.MailChoiceRecord;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.notice.NoticeKind;
import io.atrium.notice.mail.MailChoice.Pace;
import io.atrium.notice.mail.ReleaseTime.Urgency;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How each person wants mail, and which kinds (邮件设置). Another choice holds for what waits already.
@Component
public class MailChoices {

    private final DSLContext database;
    private final List<NoticeKind> kinds;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    MailChoices(DSLContext database, List<NoticeKind> kinds, BusinessClock clock, WorkingCalendar calendar) {
        this.database = database;
        this.kinds = kinds;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Transactional(readOnly = true)
    public MailChoice find(PersonId person) {
        return database.selectFrom(MAIL_CHOICE)
                .where(MAIL_CHOICE.PERSON_ID.eq(person.value()))
                .fetchOptional(MailChoices::choice)
                .orElse(MailChoice.STANDARD);
    }

    /// Names of the kinds that the person does not want by mail.
    @Transactional(readOnly = true)
    public Set<String> muted(PersonId person) {
        return database.select(MAIL_MUTED.KIND)
                .from(MAIL_MUTED)
                .where(MAIL_MUTED.PERSON_ID.eq(person.value()))
                .fetchSet(MAIL_MUTED.KIND);
    }

    @Transactional
    public void choose(Actor actor, MailChoice choice, Set<String> wanted) {
        var person = actor.person().value();
        var row = database.newRecord(MAIL_CHOICE);
        var quiet = choice.quiet();
        row.setPersonId(person);
        row.setPace(choice.pace().name());
        row.setDigestHour(choice.digestHour());
        row.setWorkingDaysOnly(choice.workingDaysOnly());
        row.setQuietFrom(quiet == null ? null : quiet.from());
        row.setQuietTo(quiet == null ? null : quiet.to());
        database.insertInto(MAIL_CHOICE)
                .set(row)
                .onDuplicateKeyUpdate()
                .set(row)
                .execute();
        database.deleteFrom(MAIL_MUTED).where(MAIL_MUTED.PERSON_ID.eq(person)).execute();
        kinds.stream()
                .filter(kind -> kind.reaches(actor.kind(), actor::may))
                .map(NoticeKind::name)
                .filter(kind -> !wanted.contains(kind))
                .forEach(kind ->
                        database.insertInto(MAIL_MUTED).values(person, kind).execute());
        timeAnew(person, choice);
    }

    /// Nothing that waits is lost, not even by "no mail": that drops it in its turn.
    private void timeAnew(String person, MailChoice choice) {
        var now = clock.instant();
        database.select(MAIL_ITEM.ID, NOTICE.KIND, NOTICE.DUE_AT)
                .from(MAIL_ITEM)
                .join(NOTICE)
                .on(NOTICE.ID.eq(MAIL_ITEM.NOTICE_ID))
                .where(MAIL_ITEM.PERSON_ID.eq(person), MAIL_ITEM.MAIL_ID.isNull())
                .forEach(item -> {
                    var due = item.value3() == null ? null : item.value3().toInstant();
                    var release = ReleaseTime.of(choice, new Urgency(isUrgent(item.value2()), due), now, calendar);
                    database.update(MAIL_ITEM)
                            .set(MAIL_ITEM.RELEASE_AT, release.atOffset(ZoneOffset.UTC))
                            .where(MAIL_ITEM.ID.eq(item.value1()))
                            .execute();
                });
        database.update(MAIL)
                .setNull(MAIL.HELD_UNTIL)
                .where(MAIL.PERSON_ID.eq(person), MAIL.STATE.eq(MailState.WAITING.name()))
                .execute();
    }

    private boolean isUrgent(String name) {
        return kinds.stream().anyMatch(kind -> kind.name().equals(name) && kind.isUrgent());
    }

    static MailChoice choice(MailChoiceRecord row) {
        return row.getQuietFrom() == null
                ? new MailChoice(Pace.valueOf(row.getPace()), row.getDigestHour(), row.getWorkingDaysOnly(), null)
                : new MailChoice(
                        Pace.valueOf(row.getPace()),
                        row.getDigestHour(),
                        row.getWorkingDaysOnly(),
                        new QuietHours(row.getQuietFrom(), row.getQuietTo()));
    }
}
