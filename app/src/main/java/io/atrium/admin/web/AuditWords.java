// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.identity.AuditOrigin;
import io.atrium.kernel.Fen;
import io.atrium.web.component.Fact;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Entries of the audit trail in words; what has none yet is told by its code.
///
/// @param names of organisations, policies and facts, by id or key
record AuditWords(Text t, Map<String, String> names) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Where the words of a code of some module are; a part holds codes of one kind, and no code has two meanings here.
    private static final List<String> CODES = List.of(
            "identity.permission",
            "identity.role",
            "identity.kind",
            "company.source",
            "company.certificate.kind",
            "policy.grant.event",
            "policy.grant.state",
            "policy.draft.state",
            "policy.payee.condition",
            "compute.state",
            "compute.quota.state",
            "admin.version.state");

    private static final String AMOUNT = "_fen";
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]+");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern ID = Pattern.compile("([a-z]{2,3})_[0-9a-z]{26}");

    String action(String action) {
        return either("admin.audit.action." + action, action);
    }

    /// Null where the words say it all: the code stands in the file and in the address of the filter.
    @Nullable
    String code(String action) {
        return t.has("admin.audit.action." + action) ? null : action;
    }

    /// What Atrium does by itself is told by its part.
    String person(String name, String organisation) {
        return isSystem(organisation) ? either("admin.audit.by." + name, name) : name;
    }

    String organisation(String name) {
        return isSystem(name) ? t.of("admin.audit.system") : name;
    }

    /// What kind of record an id names; empty where it is no id of ours.
    String kind(String subject) {
        var id = ID.matcher(subject);
        return id.matches() ? either("admin.audit.kind." + id.group(1), "") : "";
    }

    String subject(String subject) {
        return names.getOrDefault(subject, subject);
    }

    /// What changed, one line for each part; a part with `before` and `after` tells both.
    List<Fact> details(String json) {
        return JSON.readTree(json).properties().stream()
                .map(part -> Fact.of(
                        either("admin.audit.part." + part.getKey(), part.getKey()),
                        value(part.getKey(), part.getValue())))
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

    private String value(String part, JsonNode value) {
        if (value.isObject() && value.has("before") && value.has("after")) {
            return t.of("admin.audit.changed", value(part, value.get("before")), value(part, value.get("after")));
        }
        if (value.isObject() && value.has("name")) {
            return value.get("name").asString();
        }
        if (value.isArray()) {
            return value.valueStream()
                    .map(each -> value(part, each))
                    .collect(Collectors.joining(t.of("company.comma")));
        }
        if (value.isNull()) {
            return t.of("admin.audit.empty");
        }
        return value.isValueNode() ? single(part, value) : value.toString();
    }

    private String single(String part, JsonNode value) {
        if (value.isBoolean()) {
            return t.yesNo(value.asBoolean());
        }
        if (value.isIntegralNumber()) {
            return part.contains(AMOUNT) ? t.money(new Fen(value.asLong())) : t.number(value.asLong());
        }
        return text(value.asString());
    }

    private String text(String value) {
        if (MOMENT.matcher(value).matches()) {
            return t.dateTime(Instant.parse(value));
        }
        if (DAY.matcher(value).matches()) {
            return t.date(LocalDate.parse(value));
        }
        return CODE.matcher(value).matches() ? word(value).orElse(value) : subject(value);
    }

    private Optional<String> word(String code) {
        return CODES.stream()
                .map(prefix -> prefix + "." + code)
                .filter(t::has)
                .findFirst()
                .map(t::of);
    }

    private static boolean isSystem(String organisation) {
        return organisation.equals("org_system");
    }

    private String either(String key, String otherwise) {
        return t.has(key) ? t.of(key) : otherwise;
    }
}
