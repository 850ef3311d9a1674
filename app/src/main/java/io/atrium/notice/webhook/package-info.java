// SPDX-License-Identifier: Apache-2.0

/// Webhooks (事件推送): programs of an organisation are told by HTTPS what happened in it, as signed CloudEvents.
///
/// Start at [io.atrium.notice.webhook.Webhooks], through which an organisation keeps its endpoints;
/// [io.atrium.notice.webhook.WebhookQueue] notes events, [io.atrium.notice.webhook.WebhookRounds] delivers them.
/// Where a delivery may go is one rule: [io.atrium.notice.webhook.PublicAddress].
@NullMarked
package io.atrium.notice.webhook;

import org.jspecify.annotations.NullMarked;
