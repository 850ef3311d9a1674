// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.web;

import io.atrium.notice.webhook.DeliveryView;
import io.atrium.notice.webhook.WebhookState;
import io.atrium.notice.webhook.WebhookView;
import io.atrium.web.ListQuery;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.text.RefusalText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `/webhooks/{id}` shows.
///
/// @param next what happens next, by whom
/// @param secret the new one, told now and never again
/// @param refusal why what was asked for was not done
/// @param key of the request for a test
public record WebhookPage(
        WebhookView webhook,
        Tag state,
        String next,
        List<Fact> facts,
        ListQuery query,
        List<Field> filter,
        Table table,
        List<Row> rows,
        @Nullable String secret,
        @Nullable RefusalText refusal,
        String key) {

    /// @param answer status code and first bytes, or what went wrong on the way
    public record Row(DeliveryView delivery, Tag state, String answer) {}

    public boolean isEnabled() {
        return webhook.state() == WebhookState.ENABLED;
    }
}
