// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.api;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.Entitlement;
import io.atrium.policy.EntitlementSurvey;
import io.atrium.policy.Entitlements;
import io.atrium.policy.PolicyId;
import io.atrium.policy.SurveyFilter;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a firm is entitled to; one's own firm unless another is named and may be seen.
@RestController
@RequestMapping("/api/v1/entitlements")
@Tag(name = "entitlements")
class EntitlementsApi {

    private final Entitlements entitlements;
    private final EntitlementSurvey survey;

    EntitlementsApi(Entitlements entitlements, EntitlementSurvey survey) {
        this.entitlements = entitlements;
        this.survey = survey;
    }

    record EntitlementList(String firm, List<EntitlementJson> items) {}

    @Operation(summary = "Every policy decided for a firm, grouped by how much it still has to do")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"firm":"org_01kb0000000000000000000000","items":[{"policy":"demo-compute-voucher","version":"1",
             "group":"AUTOMATIC","outcome":"ENTITLED","amount":{"amount":"180000.00","currency":"CNY"},"notes":["INVENTED_FOR_DEMO"],
             "missing_facts":[],"nearest":[],"as_of":"2026-11-22"}]}""")))
    @GetMapping
    EntitlementList list(Actor actor, @RequestParam(required = false) @Nullable OrgId firm) {
        var whose = visibleFirm(actor, firm);
        var items = entitlements.list(actor.scope(Permission.READ_ENTITLEMENT), whose);
        return new EntitlementList(
                whose.value(), items.stream().map(EntitlementJson::of).toList());
    }

    /// One answer beside those for other firms.
    record SurveyJson(String firm, String firmName, EntitlementJson entitlement) {}

    @Operation(
            summary =
                    "Answers across the firms one may see, a page at a time; `policy`, `outcome` (or `NEAR`), `text` filter")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"items":[{"firm":"org_01kb0000000000000000000000","firm_name":"珩穹澜智能体科技有限公司",
             "entitlement":{"policy":"demo-compute-voucher","version":"1","group":"AUTOMATIC","outcome":"ENTITLED"}}],"limit":50}""")))
    @GetMapping("/survey")
    CursorPage<SurveyJson> survey(
            Actor actor,
            @RequestParam(required = false) @Nullable PolicyId policy,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String text,
            CursorQuery query) {
        actor.require(Permission.READ_ENTITLEMENT);
        var filter = SurveyFilter.of(Optional.ofNullable(policy), outcome, text);
        return CursorPage.of(
                query,
                survey.after(actor.scope(Permission.READ_ENTITLEMENT), filter, query.after(), query.rowsToRead()),
                row -> row.entitlement().stored().id().value(),
                row -> new SurveyJson(
                        row.entitlement().stored().firm().value(),
                        row.firmName(),
                        EntitlementJson.of(row.entitlement())));
    }

    @Operation(summary = "One policy decided for a firm")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"policy":"demo-compute-voucher","version":"1","group":"NOT_YET","outcome":"NOT_YET","missing_facts":[],
             "nearest":[{"condition":"enough_staff","subject":"employees","current":"3","operator":">=","needed":"5"}],
             "as_of":"2026-11-22"}""")))
    @GetMapping("/{policy}")
    EntitlementJson show(
            Actor actor, @PathVariable PolicyId policy, @RequestParam(required = false) @Nullable OrgId firm) {
        return EntitlementJson.of(find(actor, policy, firm));
    }

    @Operation(
            summary =
                    "Why: each condition with its clause, the facts used with source and date, each step of the amount")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"decision":"dec_01kb0000000000000000000000","cause":"facts-changed imp_01kb0000000000000000000000",
             "explanation":{"outcome":"ENTITLED","conditions":{"kind":"ALL_OF","status":"MET","children":[
             {"id":"enough_staff","status":"MET","clause":"1","facts":[{"key":"employees","value":"40","type":"number",
             "source":"REGISTRY","source_date":"2026-10-31"}]}]},
             "amount":{"kind":"EXACT","amount_fen":18000000,"steps":[{"role":"BASE","value":"600000.00","unit":"CNY"}]}}}""")))
    @GetMapping("/{policy}/explain")
    EntitlementJson.Explained explain(
            Actor actor, @PathVariable PolicyId policy, @RequestParam(required = false) @Nullable OrgId firm) {
        var stored = find(actor, policy, firm).stored();
        return new EntitlementJson.Explained(
                stored.id().value(), stored.firm().value(), stored.factsKnownAt(), stored.cause(), stored.decision());
    }

    private Entitlement find(Actor actor, PolicyId policy, @Nullable OrgId firm) {
        var whose = visibleFirm(actor, firm);
        return entitlements
                .find(actor.scope(Permission.READ_ENTITLEMENT), whose, policy)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private static OrgId visibleFirm(Actor actor, @Nullable OrgId firm) {
        actor.require(Permission.READ_ENTITLEMENT);
        var whose = firm == null ? actor.organisation() : firm;
        if (!actor.scope(Permission.READ_ENTITLEMENT).sees(whose)) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        return whose;
    }
}
