// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

import static io.atrium.jooq.Tables.MAIL_ADDRESS;
import static io.atrium.jooq.Tables.MAIL_CHOICE;
import static io.atrium.jooq.Tables.MAIL_ITEM;
import static io.atrium.jooq.Tables.MAIL_MUTED;
import static io.atrium.jooq.Tables.NOTICE_MUTED;
import static java.util.stream.Collectors.toSet;

import io.atrium.identity.SeatHolders;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.notice.NoticeChannel;
import io.atrium.notice.Recipient;
import io.atrium.notice.mail.MailChoice.Pace;
import io.atrium.notice.mail.ReleaseTime.Urgency;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Notes for whom a message is to be mailed, and when (邮件队列), in the transaction that sends it. One cause is noted once
/// for each person, whatever messages tell of it.
@Component
class MailQueue implements NoticeChannel {

    private final DSLContext database;
    private final Ids ids;
    private final InstantSource clock;
    private final WorkingCalendar calendar;
    private final MailSettings settings;
    private final SeatHolders holders;

    MailQueue(
            DSLContext database,
            Ids ids,
            InstantSource clock,
            WorkingCalendar calendar,
            MailSettings settings,
            SeatHolders holders) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.calendar = calendar;
        this.settings = settings;
        this.holders = holders;
    }

    private record Reader(PersonId person, MailChoice choice) {}

    @Override
    public void take(List<Sent> notices) {
        if (!settings.isOn()) {
            return;
        }
        var recipients =
                persons(notices.stream().map(notice -> notice.command().to()).collect(toSet()));
        var persons = recipients.values().stream().flatMap(Set::stream).collect(toSet());
        var choices = new HashMap<String, Map<PersonId, MailChoice>>();
        for (var notice : notices) {
            var ofKind = choices.computeIfAbsent(notice.kind().name(), kind -> choices(kind, persons));
            for (var person : recipients.getOrDefault(notice.command().to(), Set.of())) {
                var choice = ofKind.get(person);
                if (choice != null) {
                    note(notice, new Reader(person, choice));
                }
            }
        }
    }

    /// Who is meant now, by recipient.
    private Map<Recipient, Set<PersonId>> persons(Set<Recipient> recipients) {
        var persons = new HashMap<Recipient, Set<PersonId>>();
        var organisations = new EnumMap<Permission, Set<OrgId>>(Permission.class);
        for (var to : recipients) {
            switch (to) {
                case Recipient.One(var organisation, var person) ->
                    persons.put(to, holders.includes(organisation, person) ? Set.of(person) : Set.of());
                case Recipient.Holders(var organisation, var permission) ->
                    organisations
                            .computeIfAbsent(permission, _ -> new HashSet<>())
                            .add(organisation);
            }
        }
        organisations.forEach((permission, where) -> holders.with(where, permission)
                .forEach((organisation, found) -> persons.put(new Recipient.Holders(organisation, permission), found)));
        return persons;
    }

    /// How those of them get mail who get any of this kind.
    private Map<PersonId, MailChoice> choices(String kind, Set<PersonId> persons) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        var choices = new HashMap<PersonId, MailChoice>();
        database.select(MAIL_ADDRESS.PERSON_ID)
                .select(MAIL_CHOICE.fields())
                .from(MAIL_ADDRESS)
                .leftJoin(MAIL_CHOICE)
                .on(MAIL_CHOICE.PERSON_ID.eq(MAIL_ADDRESS.PERSON_ID))
                .where(
                        MAIL_ADDRESS.PERSON_ID.in(
                                persons.stream().map(PersonId::value).toList()),
                        MAIL_ADDRESS.CONFIRMED_AT.isNotNull())
                .andNotExists(DSL.selectOne()
                        .from(MAIL_MUTED)
                        .where(MAIL_MUTED.PERSON_ID.eq(MAIL_ADDRESS.PERSON_ID), MAIL_MUTED.KIND.eq(kind)))
                .andNotExists(DSL.selectOne()
                        .from(NOTICE_MUTED)
                        .where(NOTICE_MUTED.PERSON_ID.eq(MAIL_ADDRESS.PERSON_ID), NOTICE_MUTED.KIND.eq(kind)))
                .fetch()
                .forEach(row -> {
                    var choice = row.get(MAIL_CHOICE.PACE) == null
                            ? MailChoice.STANDARD
                            : MailChoices.choice(row.into(MAIL_CHOICE));
                    if (choice.pace() != Pace.NONE) {
                        choices.put(new PersonId(row.get(MAIL_ADDRESS.PERSON_ID)), choice);
                    }
                });
        return choices;
    }

    private void note(Sent notice, Reader reader) {
        var command = notice.command();
        var urgency = new Urgency(notice.kind().isUrgent(), command.dueAt());
        var release = ReleaseTime.of(reader.choice(), urgency, notice.at(), calendar);
        int noted = database.insertInto(MAIL_ITEM)
                .set(MAIL_ITEM.NOTICE_ID, notice.id().value())
                .set(MAIL_ITEM.PERSON_ID, reader.person().value())
                .set(MAIL_ITEM.CAUSE, command.cause())
                .set(MAIL_ITEM.SUBJECT, command.href())
                .set(MAIL_ITEM.RELEASE_AT, release.atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
        if (noted == 1 && !release.isAfter(notice.at())) {
            mailAtOnce(reader.person(), command.href(), clock.instant());
        }
    }

    /// What waits on the same subject goes along: a later message never overtakes an earlier one.
    private void mailAtOnce(PersonId person, String subject, Instant now) {
        var mail = MailRow.insert(database, ids, MailPurpose.NOTICE, person, now.atOffset(ZoneOffset.UTC));
        database.update(MAIL_ITEM)
                .set(MAIL_ITEM.MAIL_ID, mail)
                .where(
                        MAIL_ITEM.PERSON_ID.eq(person.value()),
                        MAIL_ITEM.SUBJECT.eq(subject),
                        MAIL_ITEM.MAIL_ID.isNull())
                .execute();
    }
}
