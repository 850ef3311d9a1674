// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.webhook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// An event as it leaves the house (事件): CloudEvents 1.0 in structured JSON. It names records, and nothing of
/// what stands in them; who wants that asks the API with a token.
///
/// @param subject the path of the record
record CloudEvent(String id, String type, String subject, Instant time, Data data) {

    /// @param notice null for a ping
    /// @param dueAt until when somebody must act; null where nothing is asked
    record Data(
            String organisation,
            @Nullable String notice,
            String kind,
            String href,
            @Nullable Instant dueAt) {}

    /// @param site where this installation is reached
    String json(String site) {
        var event = new LinkedHashMap<String, Object>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", site);
        event.put("type", type);
        event.put("subject", subject);
        event.put("time", time.toString());
        event.put("datacontenttype", "application/json");
        event.put("dataschema", site + "webhook-schemas/notice.v1.json");
        event.put("data", fields());
        return JsonMapper.shared().writeValueAsString(event);
    }

    private Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("organisation", data.organisation());
        if (data.notice() != null) {
            fields.put("notice", data.notice());
        }
        fields.put("kind", data.kind());
        fields.put("href", data.href());
        if (data.dueAt() != null) {
            fields.put("due_at", data.dueAt().toString());
        }
        return fields;
    }
}
