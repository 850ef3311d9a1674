// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.api;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.Policies;
import io.atrium.policy.PolicyBudgets;
import io.atrium.policy.PolicyId;
import io.atrium.policy.PublishedPolicy;
import io.atrium.web.api.MoneyJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The catalogue of policies.
@RestController
@RequestMapping("/api/v1/policies")
@Tag(name = "policies")
class PoliciesApi {

    private final Policies policies;
    private final PolicyBudgets budgets;

    PoliciesApi(Policies policies, PolicyBudgets budgets) {
        this.policies = policies;
        this.budgets = budgets;
    }

    record PolicyList(List<PolicyJson> items) {}

    /// @param posted what was appropriated less what became vouchers
    record Budget(String policy, MoneyJson posted, MoneyJson available) {}

    @Operation(summary = "The current version of every policy")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"items":[{"id":"demo-compute-voucher","version":"1","status":"DEMO","mode":"AUTOMATIC","payment":"USE_THEN_PAY",
             "title":{"zh":"模拟区算力券（演示）","en":"Demo District compute voucher (demonstration)"}}]}""")))
    @GetMapping
    PolicyList list() {
        return new PolicyList(policies.list().stream().map(this::json).toList());
    }

    @Operation(summary = "One policy: document, clauses, versions, the facts it rests on")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"id":"shanghai-compute-voucher","version":"2025","status":"IN_FORCE","mode":"APPLY","payment":"NOT_STATED",
             "document":{"number":"沪经信智〔2025〕489号","mark":"S"},"from":"2025-07-28",
             "clauses":[{"id":"1","heading":{"zh":"降低智能算力使用成本","en":"Lower the cost of intelligent compute"},"cut_off":false}],
             "facts_asked":["compute_contract_amount","compute_supplier_affiliated","registered_city"]}""")))
    @GetMapping("/{policy}")
    PolicyJson show(@PathVariable PolicyId policy) {
        return policies.find(policy).map(this::json).orElseThrow(PoliciesApi::notFound);
    }

    @Operation(summary = "What is left of a policy's pool")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"policy":"demo-compute-voucher","posted":{"amount":"29820000.00","currency":"CNY"},
             "available":{"amount":"29820000.00","currency":"CNY"}}""")))
    @GetMapping("/{policy}/budget")
    Budget budget(Actor actor, @PathVariable PolicyId policy) {
        actor.require(Permission.READ_POLICY_BUDGET);
        return budgets.balances(policy)
                .map(found -> new Budget(
                        policy.value(),
                        MoneyJson.of(new Fen(found.posted())),
                        MoneyJson.of(new Fen(found.available()))))
                .orElseThrow(PoliciesApi::notFound);
    }

    private PolicyJson json(PublishedPolicy policy) {
        return PolicyJson.of(policy, policies.versions(policy.id()));
    }

    private static RefusedException notFound() {
        return new RefusedException(CommonRefusal.NOT_FOUND);
    }
}
