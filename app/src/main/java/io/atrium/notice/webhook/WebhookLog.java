// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.webhook;

import static io.atrium.jooq.Tables.WEBHOOK_DELIVERY;

import io.atrium.identity.Audit;
import io.atrium.jooq.tables.records.WebhookDeliveryRecord;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What was sent to an endpoint and what it answered (推送记录), and sending one again (重新推送).
@Component
public class WebhookLog {

    private final DSLContext database;
    private final InstantSource clock;
    private final Webhooks webhooks;
    private final Audit audit;

    WebhookLog(DSLContext database, InstantSource clock, Webhooks webhooks, Audit audit) {
        this.database = database;
        this.clock = clock;
        this.webhooks = webhooks;
        this.audit = audit;
    }

    /// Null leaves a part open.
    public record Filter(
            @Nullable DeliveryState state, @Nullable String type) {

        Condition condition() {
            return (state == null ? DSL.noCondition() : WEBHOOK_DELIVERY.STATE.eq(state.name()))
                    .and(type == null ? DSL.noCondition() : WEBHOOK_DELIVERY.TYPE.eq(type));
        }
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<DeliveryView> list(Actor actor, String webhook, Filter filter, long offset, int limit) {
        webhooks.find(actor, webhook);
        return database.selectFrom(WEBHOOK_DELIVERY)
                .where(WEBHOOK_DELIVERY.WEBHOOK_ID.eq(webhook), filter.condition())
                .orderBy(WEBHOOK_DELIVERY.POSITION.desc())
                .offset(offset)
                .limit(limit)
                .fetch(WebhookLog::view);
    }

    /// Newest first, for programs.
    @Transactional(readOnly = true)
    public List<DeliveryView> listAfter(Actor actor, String webhook, Filter filter, @Nullable String after, int limit) {
        webhooks.find(actor, webhook);
        return database.selectFrom(WEBHOOK_DELIVERY)
                .where(
                        WEBHOOK_DELIVERY.WEBHOOK_ID.eq(webhook),
                        filter.condition(),
                        after == null ? DSL.noCondition() : WEBHOOK_DELIVERY.ID.lt(after))
                .orderBy(WEBHOOK_DELIVERY.ID.desc())
                .limit(limit)
                .fetch(WebhookLog::view);
    }

    @Transactional(readOnly = true)
    public int count(Actor actor, String webhook, Filter filter) {
        webhooks.find(actor, webhook);
        return database.fetchCount(
                WEBHOOK_DELIVERY, WEBHOOK_DELIVERY.WEBHOOK_ID.eq(webhook).and(filter.condition()));
    }

    @Transactional(readOnly = true)
    public DeliveryView find(Actor actor, String webhook, String id) {
        webhooks.find(actor, webhook);
        return database.selectFrom(WEBHOOK_DELIVERY)
                .where(WEBHOOK_DELIVERY.WEBHOOK_ID.eq(webhook), WEBHOOK_DELIVERY.ID.eq(id))
                .fetchOptional(WebhookLog::view)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    /// The same event with the same id, as if it had not been tried; one that waits is tried at once.
    @Transactional
    public void resend(Actor actor, String webhook, String id) {
        find(actor, webhook, id);
        database.update(WEBHOOK_DELIVERY)
                .set(WEBHOOK_DELIVERY.STATE, DeliveryState.WAITING.name())
                .set(WEBHOOK_DELIVERY.ATTEMPTS, 0)
                .set(WEBHOOK_DELIVERY.RETRY_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .setNull(WEBHOOK_DELIVERY.ENDED_AT)
                .where(WEBHOOK_DELIVERY.ID.eq(id))
                .execute();
        audit.record(actor, "notice.webhook-resent", id, Map.of("webhook", webhook));
    }

    private static DeliveryView view(WebhookDeliveryRecord row) {
        return new DeliveryView(
                row.getId(),
                row.getType(),
                row.getSubject(),
                row.getBody(),
                DeliveryState.valueOf(row.getState()),
                row.getAttempts(),
                row.getRetryAt().toInstant(),
                row.getStatusCode(),
                row.getAnswer(),
                row.getProblem(),
                row.getCreatedAt().toInstant(),
                row.getTriedAt() == null ? null : row.getTriedAt().toInstant());
    }
}
