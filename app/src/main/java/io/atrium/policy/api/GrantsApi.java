// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.api;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.AcceptGrant;
import io.atrium.policy.AnswerClawback;
import io.atrium.policy.Clawbacks;
import io.atrium.policy.DecideClawback;
import io.atrium.policy.DeclineGrant;
import io.atrium.policy.GrantId;
import io.atrium.policy.GrantOutcome;
import io.atrium.policy.Grants;
import io.atrium.policy.OpenClawback;
import io.atrium.policy.PayeeAccounts;
import io.atrium.policy.ReportPayee;
import io.atrium.policy.RuleOnObjection;
import io.atrium.policy.domain.GrantState;
import io.atrium.policy.domain.PayeeCondition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Grants of single firms.
@RestController
@RequestMapping("/api/v1/grants")
@Tag(name = "grants")
class GrantsApi {

    private final Grants grants;
    private final PayeeAccounts accounts;
    private final Clawbacks clawbacks;

    GrantsApi(Grants grants, PayeeAccounts accounts, Clawbacks clawbacks) {
        this.grants = grants;
        this.accounts = accounts;
        this.clawbacks = clawbacks;
    }

    record GrantPage(List<GrantJson> items) {}

    /// @param voucher set once granted
    record Moved(String id, GrantState state, @Nullable String voucher) {}

    record Ruling(boolean upheld, String reason) {}

    record Payee(PayeeCondition condition, String reason) {}

    record Opening(String clause, String reason) {}

    record Statement(String statement) {}

    record Finding(boolean takenBack, String reason) {}

    @Operation(summary = "The grants of a firm, newest first; one's own unless another is named")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"items":[{"id":"grt_01kb0000000000000000000000","policy":"demo-compute-voucher","state":"FIRM_CONFIRM",
             "amount":{"amount":"180000.00","currency":"CNY"},"due_at":"2026-12-11T09:30:00Z"}]}""")))
    @GetMapping
    GrantPage list(Actor actor, @RequestParam(required = false) @Nullable OrgId firm) {
        actor.require(Permission.READ_ENTITLEMENT);
        var whose = firm == null ? actor.organisation() : firm;
        return new GrantPage(grants.list(actor.scope(Permission.READ_ENTITLEMENT), whose).stream()
                .map(grant -> GrantJson.of(grant, null))
                .toList());
    }

    @Operation(summary = "One grant with everything that happened to it")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"id":"grt_01kb0000000000000000000000","state":"GRANTED","voucher":"vch_01kb0000000000000000000000",
             "steps":[{"at":"2026-11-22T08:00:00Z","event":"FACTS_MATCHED","state":"DATA_MATCHED","by":"李雷"}]}""")))
    @GetMapping("/{grant}")
    GrantJson show(Actor actor, @PathVariable GrantId grant) {
        return grants.find(actor.scope(Permission.READ_ENTITLEMENT), grant)
                .map(found -> GrantJson.of(found, grants.steps(grant)))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    @Operation(summary = "The firm confirms; the voucher is issued at once")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"grt_01kb0000000000000000000000","state":"GRANTED","voucher":"vch_01kb0000000000000000000000"}""")))
    @PostMapping("/{grant}/acceptance")
    @ResponseStatus(HttpStatus.CREATED)
    Moved accept(Actor actor, RequestKey key, @PathVariable GrantId grant) {
        return json(grants.accept(actor, key, new AcceptGrant(grant)));
    }

    @Operation(summary = "The firm does without; final")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"grt_01kb0000000000000000000000","state":"DECLINED"}""")))
    @PostMapping("/{grant}/waiver")
    @ResponseStatus(HttpStatus.CREATED)
    Moved decline(Actor actor, RequestKey key, @PathVariable GrantId grant) {
        return json(grants.decline(actor, key, new DeclineGrant(grant)));
    }

    @Operation(summary = "The department rules on the objection that holds a grant")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"grt_01kb0000000000000000000000","state":"FIRM_CONFIRM"}""")))
    @PostMapping("/{grant}/objection-ruling")
    @ResponseStatus(HttpStatus.CREATED)
    Moved rule(Actor actor, RequestKey key, @PathVariable GrantId grant, @RequestBody Ruling body) {
        return json(grants.rule(actor, key, new RuleOnObjection(grant, body.upheld(), body.reason())));
    }

    @Operation(
            summary = "The department records whether the firm's account can be paid; normal again, held grants go on")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"grt_01kb0000000000000000000000","state":"ACCOUNT_ABNORMAL"}""")))
    @PostMapping("/{grant}/payee-account")
    @ResponseStatus(HttpStatus.CREATED)
    Moved payee(Actor actor, RequestKey key, @PathVariable GrantId grant, @RequestBody Payee body) {
        return json(accounts.report(actor, key, new ReportPayee(grant, body.condition(), body.reason())));
    }

    @Operation(summary = "An officer opens a clawback; the firm is heard first")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"grt_01kb0000000000000000000000","state":"CLAWBACK_HEARING"}""")))
    @PostMapping("/{grant}/clawback")
    @ResponseStatus(HttpStatus.CREATED)
    Moved open(Actor actor, RequestKey key, @PathVariable GrantId grant, @RequestBody Opening body) {
        return json(clawbacks.open(actor, key, new OpenClawback(grant, body.clause(), body.reason())));
    }

    @Operation(summary = "The firm's statement on a clawback")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"grt_01kb0000000000000000000000","state":"CLAWBACK_REVIEW"}""")))
    @PostMapping("/{grant}/clawback-statement")
    @ResponseStatus(HttpStatus.CREATED)
    Moved answer(Actor actor, RequestKey key, @PathVariable GrantId grant, @RequestBody Statement body) {
        return json(clawbacks.answer(actor, key, new AnswerClawback(grant, body.statement())));
    }

    @Operation(summary = "A second officer takes the grant back, or lets it stand")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"grt_01kb0000000000000000000000","state":"CLAWBACK"}""")))
    @PostMapping("/{grant}/clawback-decision")
    @ResponseStatus(HttpStatus.CREATED)
    Moved decide(Actor actor, RequestKey key, @PathVariable GrantId grant, @RequestBody Finding body) {
        return json(clawbacks.decide(actor, key, new DecideClawback(grant, body.takenBack(), body.reason())));
    }

    private static Moved json(GrantOutcome outcome) {
        return switch (outcome) {
            case GrantOutcome.Moved moved -> new Moved(moved.grant().value(), moved.state(), null);
            case GrantOutcome.Granted granted ->
                new Moved(granted.grant().value(), GrantState.GRANTED, granted.voucher());
            case GrantOutcome.Refused refused -> throw new RefusedException(refused.refusal());
        };
    }
}
