// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.status;

import static io.atrium.jooq.Tables.POOL;
import static io.atrium.jooq.Tables.POOL_NOTICE;

import io.atrium.compute.ComputeRefusal;
import io.atrium.identity.Audit;
import io.atrium.jooq.tables.records.PoolNoticeRecord;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of announcements: a provider makes them of its own pools, everybody reads them. The scheduler obeys
/// those that stop placements, from their first moment to their last.
@Component
public class PoolNotices {

    /// What is over stays on the status page for so long.
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final Duration LENGTH_MAX = Duration.ofDays(60);
    private static final int LISTED_MAX = 100;

    private final DSLContext database;
    private final Requests requests;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;

    PoolNotices(DSLContext database, Requests requests, Audit audit, Ids ids, BusinessClock clock) {
        this.database = database;
        this.requests = requests;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    record Announced(String id) {}

    /// Refused: throws, with the first reason.
    @Transactional
    public String announce(Actor actor, AnnouncePoolNotice command) {
        actor.require(Permission.OPERATE_POOL);
        return requests.once(actor, command.key(), command, Announced.class, () -> announceNew(actor, command))
                .id();
    }

    private Announced announceNew(Actor actor, AnnouncePoolNotice command) {
        requireOwnPool(actor, command.pool());
        check(command.content());
        var content = command.content();
        var ends = content.endsAt();
        var id = ids.next(PoolNoticeView.PREFIX);
        database.insertInto(POOL_NOTICE)
                .set(POOL_NOTICE.ID, id)
                .set(POOL_NOTICE.POOL_ID, command.pool())
                .set(POOL_NOTICE.KIND, content.kind().name())
                .set(POOL_NOTICE.STOPS_PLACEMENT, content.stopsPlacement())
                .set(POOL_NOTICE.WORDS, content.words().strip())
                .set(POOL_NOTICE.STARTS_AT, content.startsAt().atOffset(ZoneOffset.UTC))
                .set(POOL_NOTICE.ENDS_AT, ends == null ? null : ends.atOffset(ZoneOffset.UTC))
                .set(POOL_NOTICE.ANNOUNCED_BY, actor.name())
                .set(POOL_NOTICE.ANNOUNCED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        audit.record(
                actor,
                "compute.pool-notice-announced",
                id,
                Map.of("pool", command.pool(), "kind", content.kind(), "stops_placement", content.stopsPlacement()));
        return new Announced(id);
    }

    private void check(AnnouncePoolNotice.Content content) {
        if (content.words().isBlank() || content.words().length() > PoolNoticeView.WORDS_LENGTH_MAX) {
            refuse(ComputeRefusal.NOTICE_WORDS_LENGTH, PoolNoticeView.WORDS_LENGTH_MAX);
        }
        if (!isPeriodValid(content)) {
            refuse(ComputeRefusal.NOTICE_PERIOD_INVALID, LENGTH_MAX.toDays());
        }
    }

    private boolean isPeriodValid(AnnouncePoolNotice.Content content) {
        var ends = content.endsAt();
        if (ends == null) {
            return content.kind() == PoolNoticeView.Kind.INCIDENT;
        }
        return ends.isAfter(content.startsAt())
                && ends.isAfter(clock.instant())
                && Duration.between(content.startsAt(), ends).compareTo(LENGTH_MAX) <= 0;
    }

    private static void refuse(ComputeRefusal code, long max) {
        throw new RefusedException(Refusal.of(code, "max", max));
    }

    private void requireOwnPool(Actor actor, String pool) {
        var provider = database.select(POOL.PROVIDER_ID)
                .from(POOL)
                .where(POOL.ID.eq(pool), Scope.condition(actor.scope(Permission.OPERATE_POOL), POOL.PROVIDER_ID))
                .fetchOptional();
        if (provider.isEmpty()) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
    }

    /// Over at once; what has ended already stays as it is.
    @Transactional
    public void end(Actor actor, EndPoolNotice command) {
        actor.require(Permission.OPERATE_POOL);
        requests.once(actor, command.key(), command, Announced.class, () -> endNow(actor, command));
    }

    private Announced endNow(Actor actor, EndPoolNotice command) {
        var ended = database.update(POOL_NOTICE)
                .set(POOL_NOTICE.ENDED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(POOL_NOTICE.ENDED_BY, actor.name())
                .from(POOL)
                .where(POOL_NOTICE.ID.eq(command.notice()), POOL_NOTICE.ENDED_AT.isNull())
                .and(POOL.ID.eq(POOL_NOTICE.POOL_ID))
                .and(Scope.condition(actor.scope(Permission.OPERATE_POOL), POOL.PROVIDER_ID))
                .execute();
        if (ended == 0) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        audit.record(actor, "compute.pool-notice-ended", command.notice(), Map.of());
        return new Announced(command.notice());
    }

    /// What holds now, what is planned, and what is over since a month; latest begin first.
    @Transactional(readOnly = true)
    public List<PoolNoticeView> list(Scope scope) {
        var since = clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC);
        return database.select(POOL_NOTICE, POOL.PROVIDER_ID)
                .from(POOL_NOTICE)
                .join(POOL)
                .on(POOL.ID.eq(POOL_NOTICE.POOL_ID))
                .where(Scope.condition(scope, POOL.PROVIDER_ID))
                .and(POOL_NOTICE.ENDED_AT.isNull().or(POOL_NOTICE.ENDED_AT.gt(since)))
                .and(POOL_NOTICE.ENDS_AT.isNull().or(POOL_NOTICE.ENDS_AT.gt(since)))
                .orderBy(POOL_NOTICE.STARTS_AT.desc(), POOL_NOTICE.ID)
                .limit(LISTED_MAX)
                .fetch(row -> view(row.value1(), row.value2()));
    }

    private static PoolNoticeView view(PoolNoticeRecord row, String provider) {
        var ends = row.getEndsAt();
        var ended = row.getEndedAt();
        return new PoolNoticeView(
                row.getId(),
                row.getPoolId(),
                new OrgId(provider),
                PoolNoticeView.Kind.valueOf(row.getKind()),
                row.getStopsPlacement(),
                row.getWords(),
                row.getStartsAt().toInstant(),
                instant(ends),
                row.getAnnouncedAt().toInstant(),
                instant(ended));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
