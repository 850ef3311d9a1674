// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.identity.AuditOrigin;
import io.atrium.web.component.Fact;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Entries of the audit trail in words; what has none yet is told by its code.
record AuditWords(Text t) {

    private static final JsonMapper JSON = JsonMapper.shared();

    String action(String action) {
        return either("admin.audit.action." + action, action);
    }

    /// What changed, one line for each part; a part with `before` and `after` tells both.
    List<Fact> details(String json) {
        return JSON.readTree(json).properties().stream()
                .map(part ->
                        Fact.of(either("admin.audit.part." + part.getKey(), part.getKey()), value(part.getValue())))
                .toList();
    }

    /// For a file: all parts in one cell.
    String detailLine(String json) {
        return details(json).stream()
                .map(fact -> fact.label() + ": " + fact.value())
                .collect(Collectors.joining("; "));
    }

    String origin(@Nullable AuditOrigin origin) {
        return origin == null
                ? t.of("admin.audit.origin.unknown")
                : t.of("admin.audit.origin." + origin.channel(), origin.address());
    }

    private String value(JsonNode value) {
        if (value.isObject() && value.has("before") && value.has("after")) {
            return t.of("admin.audit.changed", value(value.get("before")), value(value.get("after")));
        }
        if (value.isArray()) {
            return value.valueStream().map(this::value).collect(Collectors.joining(", "));
        }
        if (value.isNull()) {
            return t.of("admin.audit.empty");
        }
        return value.isValueNode() ? value.asString() : value.toString();
    }

    private String either(String key, String otherwise) {
        return t.has(key) ? t.of(key) : otherwise;
    }
}
