// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

import static io.atrium.jooq.Tables.NOTICE;
import static io.atrium.jooq.Tables.NOTICE_MUTED;
import static io.atrium.jooq.Tables.NOTICE_READ;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.frame.InboxCount;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door for readers (消息箱): a person's messages while they act for an organisation, unread ones first. What
/// is for others is as absent; so is what the reader switched off.
@Component
public class Inbox implements InboxCount {

    /// More is told as "99+" anyway.
    static final int COUNTED_MAX = 100;

    private final DSLContext database;
    private final InstantSource clock;

    Inbox(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// In which order messages are listed (排序).
    public enum Order {
        UNREAD_FIRST,
        /// What is still to be done, by its deadline; then the rest, newest first.
        DUE_FIRST
    }

    @Transactional(readOnly = true)
    public List<NoticeView> list(Actor actor, NoticeFilter filter, long offset, int limit) {
        return list(actor, filter, Order.UNREAD_FIRST, offset, limit);
    }

    @Transactional(readOnly = true)
    public List<NoticeView> list(Actor actor, NoticeFilter filter, Order order, long offset, int limit) {
        return notices(actor)
                .where(visible(actor), matching(filter))
                .orderBy(order(order))
                .offset(offset)
                .limit(limit)
                .fetch(Inbox::view);
    }

    private static List<OrderField<?>> order(Order order) {
        return switch (order) {
            case UNREAD_FIRST -> List.of(NOTICE_READ.READ_AT.isNull().desc(), NOTICE.ID.desc());
            case DUE_FIRST ->
                List.of(
                        DSL.when(NOTICE.SETTLED_AT.isNull(), NOTICE.DUE_AT)
                                .asc()
                                .nullsLast(),
                        NOTICE.ID.desc());
        };
    }

    /// Newest first, for programs.
    @Transactional(readOnly = true)
    public List<NoticeView> listAfter(Actor actor, NoticeFilter filter, @Nullable String after, int limit) {
        return notices(actor)
                .where(visible(actor), matching(filter), after == null ? DSL.noCondition() : NOTICE.ID.lt(after))
                .orderBy(NOTICE.ID.desc())
                .limit(limit)
                .fetch(Inbox::view);
    }

    @Transactional(readOnly = true)
    public int count(Actor actor, NoticeFilter filter) {
        return database.fetchCount(notices(actor).where(visible(actor), matching(filter)));
    }

    @Override
    @Transactional(readOnly = true)
    public int unread(Actor actor) {
        return database.fetchCount(notices(actor)
                .where(visible(actor), NOTICE_READ.READ_AT.isNull())
                .limit(COUNTED_MAX));
    }

    @Transactional(readOnly = true)
    public Optional<NoticeView> find(Actor actor, NoticeId id) {
        return notices(actor).where(visible(actor), NOTICE.ID.eq(id.value())).fetchOptional(Inbox::view);
    }

    /// Marks a message as read; false when the actor has no such message. Twice is as good as once.
    @Transactional
    public boolean read(Actor actor, NoticeId id) {
        var found = find(actor, id);
        if (found.isPresent() && found.get().isUnread()) {
            markRead(actor, NOTICE.ID.eq(id.value()));
        }
        return found.isPresent();
    }

    /// Marks a message as not read; false when the actor has no such message.
    @Transactional
    public boolean unread(Actor actor, NoticeId id) {
        var found = find(actor, id);
        database.deleteFrom(NOTICE_READ)
                .where(
                        NOTICE_READ.PERSON_ID.eq(actor.person().value()),
                        NOTICE_READ.NOTICE_ID.eq(
                                found.map(notice -> notice.id().value()).orElse("")))
                .execute();
        return found.isPresent();
    }

    /// Marks all messages of a filter as read; returns how many were not.
    @Transactional
    public int readAll(Actor actor, NoticeFilter filter) {
        return markRead(actor, matching(filter));
    }

    private int markRead(Actor actor, Condition which) {
        var person = DSL.val(actor.person().value());
        var now = DSL.val(clock.instant().atOffset(ZoneOffset.UTC));
        var unread = database.select(person, NOTICE.ID, now)
                .from(NOTICE)
                .leftJoin(NOTICE_READ)
                .on(NOTICE_READ.NOTICE_ID.eq(NOTICE.ID), NOTICE_READ.PERSON_ID.eq(person))
                .where(visible(actor), NOTICE_READ.READ_AT.isNull(), which);
        return database.insertInto(NOTICE_READ, NOTICE_READ.PERSON_ID, NOTICE_READ.NOTICE_ID, NOTICE_READ.READ_AT)
                .select(unread)
                .onConflictDoNothing()
                .execute();
    }

    private SelectOnConditionStep<Record> notices(Actor actor) {
        return database.select(NOTICE.fields())
                .select(NOTICE_READ.READ_AT)
                .from(NOTICE)
                .leftJoin(NOTICE_READ)
                .on(
                        NOTICE_READ.NOTICE_ID.eq(NOTICE.ID),
                        NOTICE_READ.PERSON_ID.eq(actor.person().value()));
    }

    private static Condition visible(Actor actor) {
        var person = actor.person().value();
        var permissions = Arrays.stream(Permission.values())
                .filter(actor::may)
                .map(Permission::name)
                .toList();
        var isMuted = DSL.exists(DSL.selectOne()
                .from(NOTICE_MUTED)
                .where(NOTICE_MUTED.PERSON_ID.eq(person), NOTICE_MUTED.KIND.eq(NOTICE.KIND)));
        return NOTICE.ORGANISATION_ID
                .eq(actor.organisation().value())
                .and(NOTICE.PERSON_ID.eq(person).or(NOTICE.PERMISSION.in(permissions)))
                .andNot(isMuted);
    }

    private static Condition matching(NoticeFilter filter) {
        var isOpen = NOTICE.DUE_AT.isNotNull().and(NOTICE.SETTLED_AT.isNull());
        return (filter.kind() == null ? DSL.noCondition() : NOTICE.KIND.eq(filter.kind()))
                .and(only(filter.unread(), NOTICE_READ.READ_AT.isNull()))
                .and(only(filter.open(), isOpen));
    }

    private static Condition only(@Nullable Boolean wanted, Condition condition) {
        return wanted == null ? DSL.noCondition() : wanted ? condition : DSL.not(condition);
    }

    private static NoticeView view(Record row) {
        var due = row.get(NOTICE.DUE_AT);
        var settled = row.get(NOTICE.SETTLED_AT);
        var read = row.get(NOTICE_READ.READ_AT);
        return new NoticeView(
                new NoticeId(row.get(NOTICE.ID)),
                row.get(NOTICE.KIND),
                row.get(NOTICE.TEXT_KEY),
                NoticeArguments.read(row.get(NOTICE.ARGUMENTS)),
                row.get(NOTICE.HREF),
                due == null ? null : due.toInstant(),
                settled == null ? null : settled.toInstant(),
                row.get(NOTICE.SENT_AT).toInstant(),
                read == null ? null : read.toInstant());
    }
}
