// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.policy.FirmSnapshotId;
import io.atrium.policy.PolicyDraftId;
import io.atrium.policy.PolicyId;
import io.atrium.policy.ScenarioId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// What an address of the workbench asks for (仿真地址): a policy or a draft, a snapshot and figures as they were typed, or
/// a kept scenario. The same parameters lead to the page, to its lists and to its files.
///
/// @param typed by the name of the threshold, only what was answered
record WorkbenchAsk(
        @Nullable PolicyId policy,
        @Nullable PolicyDraftId draft,
        @Nullable FirmSnapshotId snapshot,
        Map<String, String> typed,
        @Nullable ScenarioId scenario) {

    static final String PATH = "/policy-workbench";
    static final String SOURCE = "source";
    static final String SNAPSHOT = "snapshot";
    static final String SCENARIO = "scenario";
    static final String FIGURE = "v-";

    static WorkbenchAsk of(Map<String, String> parameters) {
        var typed = new TreeMap<String, String>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(FIGURE) && !value.isBlank()) {
                typed.put(name.substring(FIGURE.length()), value.strip());
            }
        });
        var source = text(parameters, SOURCE).map(value -> value.split("@", 2)).orElse(new String[0]);
        return new WorkbenchAsk(
                source.length == 0 ? null : new PolicyId(source[0]),
                source.length < 2 ? null : new PolicyDraftId(source[1]),
                text(parameters, SNAPSHOT).map(FirmSnapshotId::new).orElse(null),
                typed,
                text(parameters, SCENARIO).map(ScenarioId::new).orElse(null));
    }

    private static Optional<String> text(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    WorkbenchAsk with(PolicyId otherPolicy, FirmSnapshotId otherSnapshot) {
        return new WorkbenchAsk(otherPolicy, draft, otherSnapshot, typed, scenario);
    }

    WorkbenchAsk with(Map<String, String> others) {
        return new WorkbenchAsk(policy, draft, snapshot, others, scenario);
    }

    /// The value of the field that says in what figures are moved.
    String source() {
        return policy + (draft == null ? "" : "@" + draft);
    }

    /// The parameters, in the order of the address.
    Map<String, String> parameters() {
        var all = new LinkedHashMap<String, String>();
        if (scenario != null) {
            all.put(SCENARIO, scenario.value());
            return all;
        }
        all.put(SOURCE, source());
        all.put(SNAPSHOT, String.valueOf(snapshot));
        typed.forEach((name, value) -> all.put(FIGURE + name, value));
        return all;
    }

    String href() {
        return href(PATH, Map.of());
    }

    String href(String path, Map<String, String> more) {
        var uri = UriComponentsBuilder.fromPath(path);
        var values = new LinkedHashMap<>(parameters());
        values.putAll(more);
        var places = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> {
            var place = "p" + places.size();
            uri.queryParam(name, "{" + place + "}");
            places.put(place, value);
        });
        return uri.encode().buildAndExpand(places).toUriString();
    }
}
