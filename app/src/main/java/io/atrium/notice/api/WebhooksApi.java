// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.api;

import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.notice.webhook.DeliveryState;
import io.atrium.notice.webhook.DeliveryView;
import io.atrium.notice.webhook.WebhookLog;
import io.atrium.notice.webhook.WebhookView;
import io.atrium.notice.webhook.Webhooks;
import io.atrium.notice.webhook.Webhooks.Outcome;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Endpoints of the organisation and their deliveries, for programs. As with tokens, what tells a secret takes no
/// idempotency key: it is told once and cannot be replayed.
@RestController
@RequestMapping("/api/v1/webhooks")
@Tag(name = "webhooks")
class WebhooksApi {

    private final Webhooks webhooks;
    private final WebhookLog log;

    WebhooksApi(Webhooks webhooks, WebhookLog log) {
        this.webhooks = webhooks;
        this.log = log;
    }

    record NewWebhook(
            @Nullable String url, @Nullable Set<String> types) {}

    record Told(String id, String secret) {}

    record WebhookList(List<WebhookView> items) {}

    @Operation(summary = "The organisation's endpoints, newest first, without their secrets")
    @GetMapping
    WebhookList list(Actor actor) {
        return new WebhookList(webhooks.list(actor));
    }

    @Operation(summary = "One endpoint")
    @GetMapping("/{id}")
    WebhookView find(Actor actor, @PathVariable String id) {
        return webhooks.find(actor, id);
    }

    @Operation(summary = "Propose an endpoint; its secret is told now and never again")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Told propose(Actor actor, @RequestBody NewWebhook body) {
        var types = Objects.requireNonNullElse(body.types(), Set.<String>of());
        return told(webhooks.propose(actor, Objects.requireNonNullElse(body.url(), ""), types));
    }

    @Operation(summary = "Ask the endpoint whether it wants to be called, and enable it when it does")
    @PutMapping("/{id}/agreement")
    WebhookView agree(Actor actor, @PathVariable String id) {
        return done(actor, webhooks.agree(actor, id));
    }

    @Operation(summary = "Send a test event")
    @PostMapping("/{id}/tests")
    @ResponseStatus(HttpStatus.ACCEPTED)
    WebhookView ping(Actor actor, RequestKey key, @PathVariable String id) {
        return done(actor, webhooks.ping(actor, key, id));
    }

    @Operation(summary = "Another secret, told now and never again; the one before signs too for a while")
    @PostMapping("/{id}/secrets")
    @ResponseStatus(HttpStatus.CREATED)
    Told rotate(Actor actor, @PathVariable String id) {
        return told(webhooks.rotate(actor, id));
    }

    @Operation(summary = "Tell the endpoint nothing any more")
    @PutMapping("/{id}/suspension")
    WebhookView disable(Actor actor, @PathVariable String id) {
        return done(actor, webhooks.disable(actor, id));
    }

    @Operation(summary = "Remove the endpoint for good")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable String id) {
        webhooks.remove(actor, id);
    }

    @Operation(summary = "What was sent to the endpoint and what it answered, newest first")
    @GetMapping("/{id}/deliveries")
    CursorPage<DeliveryView> deliveries(
            Actor actor,
            @PathVariable String id,
            CursorQuery query,
            @RequestParam @Nullable DeliveryState state,
            @RequestParam @Nullable String type) {
        var filter = new WebhookLog.Filter(state, type);
        var found = log.listAfter(actor, id, filter, query.after(), query.rowsToRead());
        return CursorPage.of(query, found, DeliveryView::id, delivery -> delivery);
    }

    @Operation(summary = "Send one event again, with the same id")
    @PutMapping("/{id}/deliveries/{delivery}/resending")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeliveryView resend(Actor actor, @PathVariable String id, @PathVariable String delivery) {
        log.resend(actor, id, delivery);
        return log.find(actor, id, delivery);
    }

    private static Told told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Told(var id, var secret) -> new Told(id, secret);
            case Outcome.Done _ -> throw new IllegalStateException("no secret was made");
            case Outcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }

    private WebhookView done(Actor actor, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var id) -> webhooks.find(actor, id);
            case Outcome.Told(var id, _) -> webhooks.find(actor, id);
            case Outcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }
}
