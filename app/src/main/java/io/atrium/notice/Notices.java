// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

import static io.atrium.jooq.Tables.NOTICE;

import io.atrium.kernel.Ids;
import io.atrium.kernel.clock.BusinessClock;
import java.time.ZoneOffset;
import java.util.List;
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
        var kind = kinds.stream()
                .filter(known -> known.name().equals(command.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such kind of message: " + command.kind()));
        var notice = new NoticeChannel.Sent(new NoticeId(ids.next(NoticeId.PREFIX)), command, kind, clock.instant());
        if (insert(notice) == 1) {
            channels.forEach(channel -> channel.take(notice));
        }
    }

    /// What is due at this address is done, by whomever: messages that ask for it ask no longer.
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(String href) {
        database.update(NOTICE)
                .set(NOTICE.SETTLED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .where(NOTICE.HREF.eq(href), NOTICE.DUE_AT.isNotNull(), NOTICE.SETTLED_AT.isNull())
                .execute();
    }

    private int insert(NoticeChannel.Sent notice) {
        var command = notice.command();
        var due = command.dueAt();
        return database.insertInto(NOTICE)
                .set(NOTICE.ID, notice.id().value())
                .set(NOTICE.REQUEST_KEY, command.key().value())
                .set(NOTICE.ORGANISATION_ID, command.to().organisation().value())
                .set(NOTICE.PERSON_ID, person(command.to()))
                .set(NOTICE.PERMISSION, permission(command.to()))
                .set(NOTICE.KIND, command.kind())
                .set(NOTICE.TEXT_KEY, command.words().key())
                .set(NOTICE.ARGUMENTS, NoticeArguments.written(command.words().arguments()))
                .set(NOTICE.HREF, command.href())
                .set(NOTICE.DUE_AT, due == null ? null : due.atOffset(ZoneOffset.UTC))
                .set(NOTICE.SENT_AT, notice.at().atOffset(ZoneOffset.UTC))
                .onConflict(NOTICE.REQUEST_KEY)
                .doNothing()
                .execute();
    }

    private static @Nullable String person(Recipient to) {
        return to instanceof Recipient.One one ? one.person().value() : null;
    }

    private static @Nullable String permission(Recipient to) {
        return to instanceof Recipient.Holders holders ? holders.permission().name() : null;
    }
}
