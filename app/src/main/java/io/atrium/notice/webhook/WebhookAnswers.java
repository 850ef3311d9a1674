// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.webhook;

import static io.atrium.jooq.Tables.WEBHOOK;
import static io.atrium.jooq.Tables.WEBHOOK_DELIVERY;

import io.atrium.jooq.tables.records.WebhookDeliveryRecord;
import io.atrium.jooq.tables.records.WebhookRecord;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Permission;
import io.atrium.notice.Backoff;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import io.atrium.notice.webhook.WebhookCaller.Answer;
import io.atrium.notice.webhook.WebhookView.Reason;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What follows from an endpoint's answer (推送结果): 2xx ends the delivery, 410 the endpoint, 429 says how long to
/// wait, all else is tried again. An endpoint that fails many times in a row is disabled, and its keepers are told.
@Component
class WebhookAnswers {

    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int TEXT_LENGTH_MAX = 500;
    private static final Duration WAIT_MAX = Duration.ofHours(6);

    private final DSLContext database;
    private final InstantSource clock;
    private final WebhookSettings settings;
    private final Notices notices;

    WebhookAnswers(DSLContext database, InstantSource clock, WebhookSettings settings, Notices notices) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        this.notices = notices;
    }

    @Transactional
    public void note(String id, Answer answer) {
        var delivery = database.selectFrom(WEBHOOK_DELIVERY)
                .where(WEBHOOK_DELIVERY.ID.eq(id))
                .forUpdate()
                .fetchSingle();
        var webhook = database.selectFrom(WEBHOOK)
                .where(WEBHOOK.ID.eq(delivery.getWebhookId()))
                .forUpdate()
                .fetchSingle();
        delivery.setStatusCode(answer.statusCode());
        delivery.setAnswer(shortened(answer.answer()));
        delivery.setProblem(shortened(answer.problem()));
        if (answer.isSuccess()) {
            end(delivery, DeliveryState.DELIVERED);
            webhook.setFailures(0);
        } else {
            failed(delivery, webhook, answer);
        }
        delivery.store();
        webhook.store();
    }

    private void failed(WebhookDeliveryRecord delivery, WebhookRecord webhook, Answer answer) {
        delivery.setRetryAt(now().plus(wait(delivery.getAttempts(), answer)));
        if (Backoff.isOver(delivery.getAttempts())) {
            end(delivery, DeliveryState.GIVEN_UP);
        }
        webhook.setFailures(webhook.getFailures() + 1);
        boolean isGone = answer.statusCode() != null && answer.statusCode() == GONE;
        if (isGone) {
            end(delivery, DeliveryState.GIVEN_UP);
        }
        if (isGone || webhook.getFailures() >= settings.failuresMax()) {
            disable(webhook, isGone ? Reason.GONE : Reason.FAILING);
        }
    }

    private void disable(WebhookRecord webhook, Reason reason) {
        if (!webhook.getState().equals(WebhookState.ENABLED.name())) {
            return;
        }
        webhook.setState(WebhookState.DISABLED.name());
        webhook.setReason(reason.name());
        webhook.setChangedAt(now());
        notices.send(new SendNotice(
                new RequestKey(webhook.getId() + ":disabled:" + now().toEpochSecond()),
                new Recipient.Holders(new OrgId(webhook.getOrganisationId()), Permission.MANAGE_WEBHOOKS),
                WebhookBeans.KIND,
                Words.of("notice.webhook.disabled." + reason, webhook.getUrl(), (long) webhook.getFailures()),
                "/webhooks/" + webhook.getId()));
    }

    private void end(WebhookDeliveryRecord delivery, DeliveryState state) {
        delivery.setState(state.name());
        delivery.setEndedAt(now());
    }

    private static Duration wait(int attempts, Answer answer) {
        var usual = Backoff.after(attempts);
        var asked = answer.headers().getOrDefault("retry-after", "");
        if (answer.statusCode() == null || answer.statusCode() != TOO_MANY || !asked.matches("[0-9]{1,9}")) {
            return usual;
        }
        var wanted = Duration.ofSeconds(Long.parseLong(asked));
        return wanted.compareTo(WAIT_MAX) < 0 ? wanted : WAIT_MAX;
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null ? null : text.substring(0, Math.min(text.length(), TEXT_LENGTH_MAX));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
