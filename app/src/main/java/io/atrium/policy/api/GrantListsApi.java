// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.api;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.policy.ConfirmGrantList;
import io.atrium.policy.GrantFilter;
import io.atrium.policy.GrantListId;
import io.atrium.policy.GrantListOutcome;
import io.atrium.policy.GrantLists;
import io.atrium.policy.GrantOutcome;
import io.atrium.policy.Grants;
import io.atrium.policy.ObjectToGrant;
import io.atrium.policy.PolicyId;
import io.atrium.policy.ProposeGrantList;
import io.atrium.policy.domain.GrantState;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.atrium.web.api.MoneyJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
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

/// Lists of firms to be granted.
@RestController
@RequestMapping("/api/v1/grant-lists")
@Tag(name = "grant-lists")
class GrantListsApi {

    private final GrantLists lists;
    private final Grants grants;

    GrantListsApi(GrantLists lists, Grants grants) {
        this.lists = lists;
        this.grants = grants;
    }

    record NewList(String policy) {}

    record Proposed(String id, int firms, MoneyJson sum) {}

    /// @param publicityEndsAt null while a second officer has to confirm
    record Confirmed(String id, @Nullable Instant publicityEndsAt) {}

    record NewObjection(String firm, String reason) {}

    record Held(String grant, GrantState state) {}

    @Operation(summary = "Draw up the list of all firms that an automatic policy entitles today")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"grl_01kb0000000000000000000000","firms":87,"sum":{"amount":"9876543.21","currency":"CNY"}}""")))
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Proposed propose(Actor actor, RequestKey key, @RequestBody NewList body) {
        return switch (lists.propose(actor, key, new ProposeGrantList(new PolicyId(body.policy())))) {
            case GrantListOutcome.Proposed made ->
                new Proposed(made.list().value(), made.firms(), MoneyJson.of(made.sum()));
            case GrantListOutcome.Refused refused -> throw new RefusedException(refused.refusal());
            case GrantListOutcome.Confirmed other -> throw new IllegalStateException(other.toString());
            case GrantListOutcome.HalfConfirmed other -> throw new IllegalStateException(other.toString());
        };
    }

    @Operation(summary = "Lists, newest first; those not yet public only for departments")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"items":[{"id":"grl_01kb0000000000000000000000","policy":"demo-compute-voucher","version":"1","budget_year":2026,
             "budget_left":{"amount":"30000000.00","currency":"CNY"},"created_at":"2026-11-22T08:00:00Z"}]}""")))
    @GetMapping
    CursorPage<GrantJson.ListJson> list(Actor actor, CursorQuery query) {
        return CursorPage.of(
                query,
                lists.after(actor, query.after(), query.rowsToRead()),
                list -> list.id().value(),
                list -> GrantJson.ListJson.of(list, null));
    }

    @Operation(summary = "One list with its firms")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"id":"grl_01kb0000000000000000000000","policy":"demo-compute-voucher","publicity_ends_at":"2026-11-27T09:30:00Z",
             "grants":[{"id":"grt_01kb0000000000000000000000","firm_name":"珩穹澜智能体科技有限公司","state":"PUBLICITY",
             "amount":{"amount":"180000.00","currency":"CNY"}}]}""")))
    @GetMapping("/{list}")
    GrantJson.ListJson show(Actor actor, @PathVariable GrantListId list) {
        return lists.find(actor, list)
                .map(found -> GrantJson.ListJson.of(found, lists.grants(actor, list)))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    @Operation(summary = "The firms on a list, a page at a time; `state` and `text` filter")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"items":[{"id":"grt_01kb0000000000000000000000","firm_name":"珩穹澜智能体科技有限公司","state":"PUBLICITY",
             "amount":{"amount":"180000.00","currency":"CNY"},"due_at":"2026-11-27T09:30:00Z"}],"limit":50}""")))
    @GetMapping("/{list}/grants")
    CursorPage<GrantJson> grants(
            Actor actor,
            @PathVariable GrantListId list,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String text,
            CursorQuery query) {
        if (lists.find(actor, list).isEmpty()) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        return CursorPage.of(
                query,
                lists.after(actor, list, GrantFilter.of(text, state), query.after(), query.rowsToRead()),
                row -> row.grant().id().value(),
                row -> GrantJson.of(row.grant(), null));
    }

    @Operation(summary = "Confirm a list; publicity begins, above the limits once a second officer has confirmed")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"grl_01kb0000000000000000000000","publicity_ends_at":"2026-11-27T09:30:00Z"}""")))
    @PostMapping("/{list}/confirmation")
    @ResponseStatus(HttpStatus.CREATED)
    Confirmed confirm(Actor actor, RequestKey key, @PathVariable GrantListId list) {
        return switch (lists.confirm(actor, key, new ConfirmGrantList(list))) {
            case GrantListOutcome.Confirmed done -> new Confirmed(done.list().value(), done.publicityEndsAt());
            case GrantListOutcome.HalfConfirmed half ->
                new Confirmed(half.list().value(), null);
            case GrantListOutcome.Refused refused -> throw new RefusedException(refused.refusal());
            case GrantListOutcome.Proposed other -> throw new IllegalStateException(other.toString());
        };
    }

    @Operation(summary = "Object to one firm on a public list; its grant is held until the department rules")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"grant":"grt_01kb0000000000000000000000","state":"OBJECTION_HELD"}""")))
    @PostMapping("/{list}/objections")
    @ResponseStatus(HttpStatus.CREATED)
    Held object(Actor actor, RequestKey key, @PathVariable GrantListId list, @RequestBody NewObjection body) {
        return switch (grants.object(actor, key, new ObjectToGrant(list, body.firm(), body.reason()))) {
            case GrantOutcome.Moved moved -> new Held(moved.grant().value(), moved.state());
            case GrantOutcome.Refused refused -> throw new RefusedException(refused.refusal());
            case GrantOutcome.Granted other -> throw new IllegalStateException(other.toString());
        };
    }
}
