// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.webhook;

import static io.atrium.jooq.Tables.WEBHOOK;
import static io.atrium.jooq.Tables.WEBHOOK_DELIVERY;

import io.atrium.jooq.tables.records.WebhookDeliveryRecord;
import io.atrium.jooq.tables.records.WebhookRecord;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Delivers events (投递事件), round by round, endpoints side by side. A delivery is claimed, sent outside any transaction,
/// and its answer noted. When the machine dies in between, the claim runs out and it is sent again with the same id: at
/// least once. A later event on a subject waits for the earlier one.
@Component
public class WebhookRounds {

    private static final int ENDPOINTS_AT_ONCE = 8;
    private static final int PER_ENDPOINT_MAX = 50;
    /// Longer than a call may take.
    private static final Duration CLAIM = Duration.ofSeconds(60);

    private final DSLContext database;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final WebhookCaller caller;
    private final WebhookAnswers answers;

    WebhookRounds(
            DSLContext database,
            TransactionTemplate transactions,
            InstantSource clock,
            WebhookCaller caller,
            WebhookAnswers answers) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
        this.caller = caller;
        this.answers = answers;
    }

    private record Claim(WebhookRecord webhook, WebhookDeliveryRecord delivery) {}

    public void round() {
        var endpoints = endpoints();
        if (endpoints.isEmpty()) {
            return;
        }
        var places = new Semaphore(ENDPOINTS_AT_ONCE);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            endpoints.forEach(endpoint -> workers.submit(() -> {
                places.acquireUninterruptibly();
                try {
                    deliver(endpoint);
                } finally {
                    places.release();
                }
            }));
        }
    }

    private List<String> endpoints() {
        return database.selectDistinct(WEBHOOK.ID)
                .from(WEBHOOK)
                .join(WEBHOOK_DELIVERY)
                .on(WEBHOOK_DELIVERY.WEBHOOK_ID.eq(WEBHOOK.ID))
                .where(WEBHOOK.STATE.eq(WebhookState.ENABLED.name()), isDue())
                .fetch(WEBHOOK.ID);
    }

    /// Until nothing is due or a try fails.
    private void deliver(String endpoint) {
        for (int sent = 0; sent < PER_ENDPOINT_MAX; sent++) {
            var claim = transactions.execute(_ -> claim(endpoint));
            if (claim == null || claim.isEmpty() || !deliver(claim.get())) {
                return;
            }
        }
    }

    private Optional<Claim> claim(String endpoint) {
        var webhook = database.selectFrom(WEBHOOK)
                .where(WEBHOOK.ID.eq(endpoint), WEBHOOK.STATE.eq(WebhookState.ENABLED.name()))
                .fetchOptional();
        return webhook.flatMap(found -> database.selectFrom(WEBHOOK_DELIVERY)
                .where(WEBHOOK_DELIVERY.WEBHOOK_ID.eq(endpoint), isDue())
                .andNot(waitsForAnEarlierOne())
                .orderBy(WEBHOOK_DELIVERY.POSITION)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional()
                .map(delivery -> claimed(found, delivery)));
    }

    private Claim claimed(WebhookRecord webhook, WebhookDeliveryRecord delivery) {
        delivery.setAttempts(delivery.getAttempts() + 1);
        delivery.setRetryAt(now().plus(CLAIM));
        delivery.setTriedAt(now());
        delivery.store();
        return new Claim(webhook, delivery);
    }

    private boolean deliver(Claim claim) {
        var answer = caller.post(
                claim.webhook().getUrl(), headers(claim), claim.delivery().getBody());
        answers.note(claim.delivery().getId(), answer);
        return answer.isSuccess();
    }

    private Map<String, String> headers(Claim claim) {
        var id = claim.delivery().getId();
        long timestamp = clock.instant().getEpochSecond();
        var signature = new WebhookSecret(claim.webhook().getSecret())
                .sign(id, timestamp, claim.delivery().getBody());
        var until = claim.webhook().getPreviousUntil();
        if (until != null && until.isAfter(now())) {
            signature += " "
                    + new WebhookSecret(claim.webhook().getPreviousSecret())
                            .sign(id, timestamp, claim.delivery().getBody());
        }
        return Map.of("webhook-id", id, "webhook-timestamp", String.valueOf(timestamp), "webhook-signature", signature);
    }

    private Condition isDue() {
        return WEBHOOK_DELIVERY.STATE.eq(DeliveryState.WAITING.name()).and(WEBHOOK_DELIVERY.RETRY_AT.le(now()));
    }

    private static Condition waitsForAnEarlierOne() {
        var before = WEBHOOK_DELIVERY.as("before");
        return DSL.exists(DSL.selectOne()
                .from(before)
                .where(
                        before.WEBHOOK_ID.eq(WEBHOOK_DELIVERY.WEBHOOK_ID),
                        before.SUBJECT.eq(WEBHOOK_DELIVERY.SUBJECT),
                        before.POSITION.lt(WEBHOOK_DELIVERY.POSITION),
                        before.STATE.eq(DeliveryState.WAITING.name())));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
