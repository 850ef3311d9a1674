// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.webhook;

import static io.atrium.jooq.Tables.ORGANISATION;
import static io.atrium.jooq.Tables.WEBHOOK;

import io.atrium.identity.Audit;
import io.atrium.jooq.tables.records.WebhookRecord;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.notice.NoticeRefusal;
import io.atrium.notice.mail.MailSettings;
import io.atrium.notice.webhook.WebhookView.Reason;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The front door of webhooks (事件推送): an organisation proposes an endpoint, the endpoint agrees, and from then on its
/// programs are told. Whose endpoint it is not, for them it is absent.
@Component
public class Webhooks {

    public static final int PER_ORGANISATION_MAX = 10;
    private static final String ID_PREFIX = "whk";

    private final DSLContext database;
    private final Ids ids;
    private final InstantSource clock;
    private final Audit audit;
    private final EventTypes types;
    private final WebhookTarget target;
    private final WebhookCaller caller;
    private final WebhookQueue queue;
    private final WebhookSettings settings;
    private final MailSettings site;
    private final TransactionTemplate transactions;

    Webhooks(
            DSLContext database,
            Ids ids,
            InstantSource clock,
            Audit audit,
            EventTypes types,
            WebhookTarget target,
            WebhookCaller caller,
            WebhookQueue queue,
            WebhookSettings settings,
            MailSettings site,
            TransactionTemplate transactions) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.types = types;
        this.target = target;
        this.caller = caller;
        this.queue = queue;
        this.settings = settings;
        this.site = site;
        this.transactions = transactions;
    }

    public sealed interface Outcome {
        /// @param secret told now and never again
        record Told(String id, String secret) implements Outcome {}

        record Done(String id) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    @Transactional(readOnly = true)
    public List<WebhookView> list(Actor actor) {
        actor.require(Permission.MANAGE_WEBHOOKS);
        return database.selectFrom(WEBHOOK)
                .where(own(actor))
                .orderBy(WEBHOOK.ID.desc())
                .fetch(Webhooks::view);
    }

    @Transactional(readOnly = true)
    public WebhookView find(Actor actor, String id) {
        actor.require(Permission.MANAGE_WEBHOOKS);
        return database.selectFrom(WEBHOOK)
                .where(own(actor), WEBHOOK.ID.eq(id))
                .fetchOptional(Webhooks::view)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    /// Refuses, in this order: an address that may not be called, types that do not exist, and one endpoint too many.
    @Transactional
    public Outcome propose(Actor actor, String url, Set<String> wanted) {
        actor.require(Permission.MANAGE_WEBHOOKS);
        if (!target.isWellFormed(url)) {
            return refused(NoticeRefusal.WEBHOOK_URL_NOT_ALLOWED);
        }
        if (wanted.isEmpty() || !types.names().containsAll(wanted)) {
            return refused(NoticeRefusal.WEBHOOK_TYPES_UNKNOWN);
        }
        database.select(ORGANISATION.ID)
                .from(ORGANISATION)
                .where(ORGANISATION.ID.eq(actor.organisation().value()))
                .forUpdate()
                .fetch();
        if (database.fetchCount(WEBHOOK, own(actor)) >= PER_ORGANISATION_MAX) {
            return new Outcome.Refused(Refusal.of(NoticeRefusal.WEBHOOK_LIMIT_REACHED, "max", PER_ORGANISATION_MAX));
        }
        return insert(actor, url, wanted);
    }

    /// Asks the endpoint whether it wants to be called (CloudEvents abuse protection), and enables it when it does. The
    /// question is asked outside any transaction.
    public Outcome agree(Actor actor, String id) {
        var webhook = find(actor, id);
        var origin = site.site().getHost();
        var answer = caller.options(webhook.url(), Map.of("WebHook-Request-Origin", origin));
        var allowed = answer.headers().getOrDefault("webhook-allowed-origin", "");
        if (!answer.isSuccess() || !(allowed.equals("*") || allowed.equalsIgnoreCase(origin))) {
            var said = answer.statusCode() == null ? String.valueOf(answer.problem()) : answer.statusCode();
            return new Outcome.Refused(
                    new Refusal(NoticeRefusal.WEBHOOK_NOT_AGREED, Map.of("origin", origin, "answer", said)));
        }
        return transactions.execute(_ -> enable(actor, id));
    }

    /// Sends an event that means nothing.
    @Transactional
    public Outcome ping(Actor actor, RequestKey key, String id) {
        if (lock(actor, id).getState().equals(WebhookState.ENABLED.name())) {
            queue.ping(id, actor.organisation(), "ping:" + key.value());
            return new Outcome.Done(id);
        }
        return refused(NoticeRefusal.WEBHOOK_NOT_ENABLED);
    }

    /// Another secret; the one before it signs too for a while, so that the receiver can change without a gap.
    @Transactional
    public Outcome rotate(Actor actor, String id) {
        var webhook = lock(actor, id);
        var secret = WebhookSecret.random();
        webhook.setPreviousSecret(webhook.getSecret());
        webhook.setPreviousUntil(now().plus(settings.rotationOverlap()));
        webhook.setSecret(secret.value());
        change(actor, webhook, "notice.webhook-rotated");
        return new Outcome.Told(id, secret.value());
    }

    /// Nothing is told any more, until it is enabled again by asking the endpoint; what waits goes on waiting.
    @Transactional
    public Outcome disable(Actor actor, String id) {
        var webhook = lock(actor, id);
        if (!webhook.getState().equals(WebhookState.ENABLED.name())) {
            return refused(NoticeRefusal.WEBHOOK_NOT_ENABLED);
        }
        webhook.setState(WebhookState.DISABLED.name());
        webhook.setReason(Reason.BY_HAND.name());
        change(actor, webhook, "notice.webhook-disabled");
        return new Outcome.Done(id);
    }

    @Transactional
    public void remove(Actor actor, String id) {
        var webhook = lock(actor, id);
        webhook.setState(WebhookState.REMOVED.name());
        webhook.setReason(null);
        change(actor, webhook, "notice.webhook-removed");
    }

    private Outcome insert(Actor actor, String url, Set<String> wanted) {
        var id = ids.next(ID_PREFIX);
        var secret = WebhookSecret.random();
        database.insertInto(WEBHOOK)
                .set(WEBHOOK.ID, id)
                .set(WEBHOOK.ORGANISATION_ID, actor.organisation().value())
                .set(WEBHOOK.URL, url)
                .set(WEBHOOK.TYPES, wanted.stream().sorted().toArray(String[]::new))
                .set(WEBHOOK.STATE, WebhookState.PROPOSED.name())
                .set(WEBHOOK.SECRET, secret.value())
                .set(WEBHOOK.CREATED_AT, now())
                .set(WEBHOOK.CHANGED_AT, now())
                .execute();
        audit.record(actor, "notice.webhook-proposed", id, Map.of("url", url, "types", wanted));
        return new Outcome.Told(id, secret.value());
    }

    private Outcome enable(Actor actor, String id) {
        var webhook = lock(actor, id);
        webhook.setState(WebhookState.ENABLED.name());
        webhook.setReason(null);
        webhook.setFailures(0);
        change(actor, webhook, "notice.webhook-enabled");
        return new Outcome.Done(id);
    }

    private void change(Actor actor, WebhookRecord webhook, String action) {
        webhook.setChangedAt(now());
        webhook.store();
        audit.record(actor, action, webhook.getId(), Map.of());
    }

    private WebhookRecord lock(Actor actor, String id) {
        actor.require(Permission.MANAGE_WEBHOOKS);
        return database.selectFrom(WEBHOOK)
                .where(own(actor), WEBHOOK.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private static Condition own(Actor actor) {
        return WEBHOOK.ORGANISATION_ID
                .eq(actor.organisation().value())
                .and(WEBHOOK.STATE.ne(WebhookState.REMOVED.name()));
    }

    private static Outcome refused(NoticeRefusal code) {
        return new Outcome.Refused(Refusal.of(code));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static WebhookView view(WebhookRecord row) {
        return new WebhookView(
                row.getId(),
                row.getUrl(),
                Arrays.asList(row.getTypes()),
                WebhookState.valueOf(row.getState()),
                row.getReason() == null ? null : Reason.valueOf(row.getReason()),
                row.getFailures(),
                row.getPreviousUntil() == null ? null : row.getPreviousUntil().toInstant(),
                row.getCreatedAt().toInstant());
    }
}
