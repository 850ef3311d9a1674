// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.webhook;

import static io.atrium.jooq.Tables.WEBHOOK;
import static io.atrium.jooq.Tables.WEBHOOK_DELIVERY;
import static java.util.stream.Collectors.toSet;

import io.atrium.jooq.tables.records.WebhookRecord;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.notice.NoticeChannel;
import io.atrium.notice.Recipient;
import io.atrium.notice.mail.MailSettings;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Notes which endpoints are to be told of a message (推送队列), in the transaction that sends it. Only what is for holders
/// of a permission in the organisation concerns its programs; what is for one person is theirs alone.
@Component
class WebhookQueue implements NoticeChannel {

    private static final String ID_PREFIX = "evt";

    private final DSLContext database;
    private final Ids ids;
    private final InstantSource clock;
    private final MailSettings settings;

    WebhookQueue(DSLContext database, Ids ids, InstantSource clock, MailSettings settings) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public void take(List<Sent> notices) {
        var forPrograms = notices.stream()
                .filter(notice -> notice.command().to() instanceof Recipient.Holders)
                .toList();
        var endpoints = endpoints(forPrograms.stream()
                .map(notice -> notice.command().to().organisation())
                .collect(toSet()));
        for (var notice : forPrograms) {
            var type = EventTypes.of(notice.kind());
            var organisation = notice.command().to().organisation().value();
            endpoints.stream()
                    .filter(endpoint -> endpoint.getOrganisationId().equals(organisation)
                            && List.of(endpoint.getTypes()).contains(type))
                    .forEach(endpoint -> note(endpoint.getId(), notice, type));
        }
    }

    private void note(String webhook, Sent notice, String type) {
        var command = notice.command();
        var data = new CloudEvent.Data(
                command.to().organisation().value(),
                notice.id().value(),
                command.kind(),
                command.href(),
                command.dueAt());
        var event = new CloudEvent(ids.next(ID_PREFIX), type, command.href(), notice.at(), data);
        note(webhook, command.key().value(), event);
    }

    /// Asks one endpoint whether it is there; the same cause asks once.
    void ping(String webhook, OrgId organisation, String cause) {
        var href = "/webhooks/" + webhook;
        var data = new CloudEvent.Data(organisation.value(), null, "ping", href, null);
        note(webhook, cause, new CloudEvent(ids.next(ID_PREFIX), EventTypes.PING, href, clock.instant(), data));
    }

    /// Those that are on.
    private List<WebhookRecord> endpoints(Set<OrgId> organisations) {
        return database.selectFrom(WEBHOOK)
                .where(
                        WEBHOOK.ORGANISATION_ID.in(
                                organisations.stream().map(OrgId::value).toList()),
                        WEBHOOK.STATE.eq(WebhookState.ENABLED.name()))
                .fetch();
    }

    private void note(String webhook, String cause, CloudEvent event) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        database.insertInto(WEBHOOK_DELIVERY)
                .set(WEBHOOK_DELIVERY.ID, event.id())
                .set(WEBHOOK_DELIVERY.WEBHOOK_ID, webhook)
                .set(WEBHOOK_DELIVERY.CAUSE, cause)
                .set(WEBHOOK_DELIVERY.TYPE, event.type())
                .set(WEBHOOK_DELIVERY.SUBJECT, event.subject())
                .set(WEBHOOK_DELIVERY.BODY, event.json(settings.link("/")))
                .set(WEBHOOK_DELIVERY.STATE, DeliveryState.WAITING.name())
                .set(WEBHOOK_DELIVERY.RETRY_AT, now)
                .set(WEBHOOK_DELIVERY.CREATED_AT, now)
                .onConflictDoNothing()
                .execute();
    }
}
