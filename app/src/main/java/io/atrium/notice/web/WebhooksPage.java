// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.web;

import io.atrium.notice.webhook.WebhookView;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `/webhooks` shows.
///
/// @param told the endpoint just proposed; null on other days
public record WebhooksPage(
        Form form, Table table, List<Row> rows, @Nullable Told told) {

    public record Row(WebhookView webhook, Tag state) {}

    /// @param secret told now and never again
    public record Told(String id, String secret) {}

    /// How an event looks and how its signature is checked.
    public record Guide(String schemaHref) {}
}
