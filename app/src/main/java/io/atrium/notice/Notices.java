// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

import static io.atrium.jooq.Tables.NOTICE;

import io.atrium.jooq.tables.records.NoticeRecord;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.notice.NoticeChannel.Sent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The front door for senders (发送消息). A message stands or falls with the caller's transaction.
@Component
public class Notices {

    private final DSLContext database;
    private final Ids ids;
    private final BusinessClock clock;
    private final List<NoticeKind> kinds;
    private final List<NoticeChannel> channels;

    Notices(DSLContext database, Ids ids, BusinessClock clock, List<NoticeKind> kinds, List<NoticeChannel> channels) {
        this.channels = channels;
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.kinds = kinds;
    }

    /// Sends a message unless one with this key was sent before.
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(SendNotice command) {
        sendAll(List.of(command));
    }

    /// The same for several at once.
    @Transactional(propagation = Propagation.MANDATORY)
    public void sendAll(List<SendNotice> commands) {
        if (commands.isEmpty()) {
            return;
        }
        var notices = commands.stream().map(this::notice).toList();
        var sent = insert(notices);
        var first = notices.stream()
                .filter(notice -> sent.contains(notice.id().value()))
                .toList();
        channels.forEach(channel -> channel.take(first));
    }

    private Sent notice(SendNotice command) {
        var kind = kinds.stream()
                .filter(known -> known.name().equals(command.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such kind of message: " + command.kind()));
        return new Sent(new NoticeId(ids.next(NoticeId.PREFIX)), command, kind, clock.instant());
    }

    /// What is due at this address is done, by whomever: messages that ask for it ask no longer.
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(String href) {
        database.update(NOTICE)
                .set(NOTICE.SETTLED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .where(NOTICE.HREF.eq(href), NOTICE.DUE_AT.isNotNull(), NOTICE.SETTLED_AT.isNull())
                .execute();
    }

    /// The same for one organisation and for what is not due any more.
    ///
    /// @param stillDue moments at which something is still asked for there
    /// @param answered keys of messages that ask no longer, whatever is due then
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(String href, OrgId organisation, Collection<Instant> stillDue, Collection<String> answered) {
        var dues = stillDue.stream().map(due -> due.atOffset(ZoneOffset.UTC)).toList();
        database.update(NOTICE)
                .set(NOTICE.SETTLED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .where(
                        NOTICE.HREF.eq(href),
                        NOTICE.ORGANISATION_ID.eq(organisation.value()),
                        NOTICE.DUE_AT.isNotNull(),
                        NOTICE.SETTLED_AT.isNull(),
                        NOTICE.DUE_AT.notIn(dues).or(NOTICE.TEXT_KEY.in(answered)))
                .execute();
    }

    /// The ids of those that are new.
    private Set<String> insert(List<Sent> notices) {
        return database.insertInto(NOTICE)
                .columns(NOTICE.fields())
                .valuesOfRecords(notices.stream().map(Notices::row).toList())
                .onConflict(NOTICE.REQUEST_KEY)
                .doNothing()
                .returningResult(NOTICE.ID)
                .fetchSet(NOTICE.ID);
    }

    private static NoticeRecord row(Sent notice) {
        var command = notice.command();
        var due = command.dueAt();
        var row = new NoticeRecord();
        row.setId(notice.id().value());
        row.setRequestKey(command.key().value());
        row.setOrganisationId(command.to().organisation().value());
        row.setPersonId(person(command.to()));
        row.setPermission(permission(command.to()));
        row.setKind(command.kind());
        row.setTextKey(command.words().key());
        row.setArguments(NoticeArguments.written(command.words().arguments()));
        row.setHref(command.href());
        row.setDueAt(due == null ? null : due.atOffset(ZoneOffset.UTC));
        row.setSentAt(notice.at().atOffset(ZoneOffset.UTC));
        return row;
    }

    private static @Nullable String person(Recipient to) {
        return to instanceof Recipient.One one ? one.person().value() : null;
    }

    private static @Nullable String permission(Recipient to) {
        return to instanceof Recipient.Holders holders ? holders.permission().name() : null;
    }
}
