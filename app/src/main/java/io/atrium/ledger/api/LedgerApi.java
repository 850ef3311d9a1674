// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.api;

import io.atrium.engine.ledger.AccountRule;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.AccountView;
import io.atrium.ledger.EntryView;
import io.atrium.ledger.Ledger;
import io.atrium.ledger.TrialBalance;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The ledger for programs: read only, postings are made by what causes them.
@RestController
@RequestMapping("/api/v1/ledger")
@Tag(name = "ledger")
class LedgerApi {
    private static final String ACCOUNT = "/accounts/{asset}/{kind}/{owner}/{role}";

    private final Ledger ledger;

    LedgerApi(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Sums are whole fen or GPU-milliseconds as decimal text: over all accounts they may pass what a JSON number
    /// holds.
    record TrialBalanceJson(
            boolean balanced, List<LineJson> lines, long accounts, long transfers, List<String> disagreeing) {}

    record LineJson(String asset, String debits, String credits, String difference, String heldDifference) {}

    /// @param available absent for an account without a limit
    record AccountJson(
            String code,
            String asset,
            String limit,
            boolean closed,
            AmountJson balance,
            AmountJson held,
            AmountJson incoming,
            AmountJson creditLimit,
            @Nullable AmountJson available,
            Instant openedAt) {}

    record EntryJson(
            String transfer,
            String kind,
            String counterpart,
            AmountJson posted,
            AmountJson held,
            AmountJson balance,
            String purpose,
            String reference,
            Instant eventAt,
            Instant bookedAt) {}

    @Operation(summary = "Recount the whole ledger and sum both sides; every difference must be zero")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"balanced":true,"lines":[{"asset":"CNY_FEN","debits":"250000","credits":"250000","difference":"0",\
            "held_difference":"0"}],"accounts":12,"transfers":31,"disagreeing":[]}""")))
    @GetMapping("/trial-balance")
    TrialBalanceJson trialBalance(Actor actor) {
        if (!(actor.scope(Permission.READ_LEDGER) instanceof Scope.All)) {
            throw new RefusedException(
                    Refusal.of(CommonRefusal.NOT_ALLOWED, "permission", Permission.READ_LEDGER.name()));
        }
        var proof = ledger.trialBalance();
        var lines = proof.lines().stream().map(LedgerApi::json).toList();
        return new TrialBalanceJson(
                proof.isBalanced(), lines, proof.accounts(), proof.transfers(), proof.disagreeing());
    }

    @Operation(summary = "Balances of an account, named by its code")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"code":"cny/voucher/vch_01k/balance","asset":"CNY_FEN","limit":"DEBITS_WITHIN_CREDITS","closed":false,\
            "balance":{"money":{"amount":"300.00","currency":"CNY"}},"held":{"money":{"amount":"0.00","currency":"CNY"}},\
            "incoming":{"money":{"amount":"0.00","currency":"CNY"}},\
            "credit_limit":{"money":{"amount":"0.00","currency":"CNY"}},\
            "available":{"money":{"amount":"300.00","currency":"CNY"}},"opened_at":"2026-11-22T02:00:00Z"}""")))
    @GetMapping(ACCOUNT)
    AccountJson account(
            Actor actor,
            @PathVariable String asset,
            @PathVariable String kind,
            @PathVariable String owner,
            @PathVariable String role) {
        return json(find(actor, asset, kind, owner, role));
    }

    @Operation(summary = "Lines of an account's statement, newest first")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"items":[{"transfer":"0b7f…","kind":"CAPTURE","counterpart":"cny/provider/org_01k/receivable",\
            "posted":{"money":{"amount":"-25.00","currency":"CNY"}},"held":{"money":{"amount":"-100.00",\
            "currency":"CNY"}},"balance":{"money":{"amount":"275.00","currency":"CNY"}},\
            "purpose":"JOB_VOUCHER_PAYMENT","reference":"job_01k","event_at":"2026-11-22T02:00:00Z",\
            "booked_at":"2026-11-22T02:00:00Z"}],"limit":50}""")))
    @GetMapping(ACCOUNT + "/entries")
    CursorPage<EntryJson> entries(
            Actor actor,
            CursorQuery query,
            @PathVariable String asset,
            @PathVariable String kind,
            @PathVariable String owner,
            @PathVariable String role) {
        var account = find(actor, asset, kind, owner, role);
        long before = query.after() == null ? Long.MAX_VALUE : Long.parseLong(query.after());
        var entries = ledger.entries(account.code(), before, query.rowsToRead());
        return CursorPage.of(
                query, entries, entry -> Long.toString(entry.position()), entry -> json(account.code(), entry));
    }

    private AccountView find(Actor actor, String... code) {
        actor.require(Permission.READ_LEDGER);
        var value = String.join("/", code);
        if (!AccountCode.isWellFormed(value)) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        return ledger.find(actor.scope(Permission.READ_LEDGER), new AccountCode(value))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private static LineJson json(TrialBalance.Line line) {
        return new LineJson(
                line.asset().name(),
                line.debits().toString(),
                line.credits().toString(),
                line.difference().toString(),
                line.heldDifference().toString());
    }

    private static AccountJson json(AccountView account) {
        var asset = account.code().asset();
        var balances = account.balances();
        return new AccountJson(
                account.code().value(),
                asset.name(),
                account.limit().name(),
                account.closed(),
                AmountJson.of(asset, balances.posted()),
                AmountJson.of(asset, balances.held()),
                AmountJson.of(asset, balances.incoming()),
                AmountJson.of(asset, balances.creditLimit()),
                account.limit() == AccountRule.Limit.NONE ? null : AmountJson.of(asset, balances.available()),
                account.openedAt());
    }

    private static EntryJson json(AccountCode code, EntryView entry) {
        return new EntryJson(
                entry.transfer().toString(),
                entry.kind().name(),
                entry.counterpart().value(),
                AmountJson.of(code.asset(), entry.posted()),
                AmountJson.of(code.asset(), entry.held()),
                AmountJson.of(code.asset(), entry.balance()),
                entry.purpose(),
                entry.reference(),
                entry.eventAt(),
                entry.bookedAt());
    }
}
