// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.api;

import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.FirmSnapshotId;
import io.atrium.policy.PolicyDraftId;
import io.atrium.policy.PolicyId;
import io.atrium.policy.PolicyRefusal;
import io.atrium.policy.Supposition;
import io.atrium.policy.Workbench;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A policy with figures moved, over all firms of a snapshot. It changes nothing, so it takes no request key.
@RestController
@RequestMapping("/api/v1/policies/{policy}/simulations")
@Tag(name = "policy-simulations")
class SimulationsApi {

    private final Workbench workbench;

    SimulationsApi(Workbench workbench) {
        this.workbench = workbench;
    }

    /// @param draft of one's department; without it the version in force
    /// @param figures by name, in the model's units: a share is a fraction, money is yuan, a day is `2026-01-31`
    record Ask(
            @Nullable String snapshot,
            @Nullable String draft,
            @Nullable Map<String, String> figures) {}

    @Operation(summary = "Count a policy with figures moved, beside the version in force; nothing is decided or kept")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"policy":"demo-compute-voucher","version":"1","compared_with":"1","snapshot":"snp_01kb0000000000000000000000",
             "day":"2026-11-30","firms":255,
             "figures":[{"name":"enough_staff","text":"employees >= 5","in_force":"5","supposed":"20"}],
             "before":{"budget":{"amount":"20894105.55","currency":"CNY"},"granted":150,"entitled":150},
             "after":{"budget":{"amount":"19011220.00","currency":"CNY"},"granted":128,"entitled":128},
             "changes":{"winners":0,"losers":22,"more":0,"less":0,"unchanged":233,
             "budget":{"amount":"-1882885.55","currency":"CNY"}},
             "near_misses":[{"condition":"enough_staff","firms":22}],"counted_millis":2.4}""")))
    @PostMapping
    SimulationJson simulate(Actor actor, @PathVariable PolicyId policy, @RequestBody Ask body) {
        actor.require(Permission.WRITE_POLICY);
        if (body.snapshot() == null) {
            throw new RefusedException(Refusal.of(CommonRefusal.MALFORMED_REQUEST, "snapshot", "missing"));
        }
        var supposition = new Supposition(
                policy,
                body.draft() == null ? null : new PolicyDraftId(body.draft()),
                new FirmSnapshotId(body.snapshot()),
                figures(body.figures() == null ? Map.of() : body.figures()));
        return SimulationJson.of(workbench.run(actor, supposition));
    }

    private static SortedMap<String, FactValue> figures(Map<String, String> typed) {
        var figures = new TreeMap<String, FactValue>();
        typed.forEach((name, text) -> figures.put(
                name,
                FactType.NUMBER
                        .parse(text)
                        .or(() -> FactType.DATE.parse(text))
                        .orElseThrow(() -> new RefusedException(
                                new Refusal(PolicyRefusal.FIGURE_WRONG, Map.of("figure", name, "value", text))))));
        return figures;
    }
}
