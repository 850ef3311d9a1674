// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.web;

import io.atrium.notice.webhook.DeliveryState;
import io.atrium.notice.webhook.DeliveryView;
import io.atrium.notice.webhook.WebhookView;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;

/// States of endpoints and deliveries in words.
final class WebhookWords {

    private WebhookWords() {}

    static Tag state(WebhookView webhook) {
        var tone = switch (webhook.state()) {
            case PROPOSED -> Tone.WAIT;
            case ENABLED -> Tone.GOOD;
            case DISABLED -> Tone.BAD;
            case REMOVED -> Tone.PLAIN;
        };
        return Tag.of(tone, "notice.webhook.state." + webhook.state());
    }

    static String next(WebhookView webhook, Text t) {
        return t.of(
                webhook.reason() == null
                        ? "notice.webhook.next." + webhook.state()
                        : "notice.webhook.next." + webhook.reason(),
                (long) webhook.failures());
    }

    static Tag state(DeliveryView delivery) {
        var tone = switch (delivery.state()) {
            case WAITING -> Tone.WAIT;
            case DELIVERED -> Tone.GOOD;
            case GIVEN_UP -> Tone.BAD;
        };
        return Tag.of(tone, "notice.webhook.delivery." + delivery.state());
    }

    static String answer(DeliveryView delivery, Text t) {
        var told = delivery.statusCode() == null
                ? delivery.problem() == null ? t.of("notice.webhook.answer.none") : delivery.problem()
                : delivery.statusCode() + " " + (delivery.answer() == null ? "" : delivery.answer());
        return delivery.state() == DeliveryState.WAITING && delivery.attempts() > 0
                ? told + " · " + t.of("notice.webhook.answer.again", delivery.retryAt())
                : told;
    }
}
