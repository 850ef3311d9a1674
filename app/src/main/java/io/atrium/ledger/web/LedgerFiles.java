// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.web;

import io.atrium.engine.ledger.Asset;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.GpuMillis;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.AccountView;
import io.atrium.ledger.EntryView;
import io.atrium.ledger.Ledger;
import io.atrium.web.ListQuery;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import java.math.BigDecimal;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The lists of the ledger as files: accounts, and the lines of one account. Amounts are in yuan or GPU-hours; a column
/// says which.
@Controller
class LedgerFiles {

    private final Ledger ledger;
    private final KnownNames names;
    private final Sheets sheets;

    LedgerFiles(Ledger ledger, KnownNames names, Sheets sheets) {
        this.ledger = ledger;
        this.names = names;
        this.sheets = sheets;
    }

    @GetMapping("/ledger/export")
    ResponseEntity<byte[]> accounts(Actor actor, Text t, ListQuery query, SheetFormat format) {
        actor.require(Permission.READ_LEDGER);
        var scope = actor.scope(Permission.READ_LEDGER);
        var code = query.filter("code");
        var rows = SheetRows.paged(
                ledger.countAccounts(scope, code),
                (page, size) -> ledger.accounts(scope, code, (long) (page - 1) * size, size));
        var sheet = Sheet.<AccountView>named("ledger.accounts")
                .text("ledger.column.account", account -> AccountWords.name(t, account.code()))
                .text("ledger.column.code", account -> account.code().value())
                .text(
                        "ledger.column.asset",
                        account -> t.of("ledger.asset", account.code().asset()))
                .number(
                        "ledger.column.posted",
                        account -> amount(account, account.balances().posted()))
                .number(
                        "ledger.column.held",
                        account -> amount(account, account.balances().held()));
        return sheets.answer(sheet, rows, new SheetAsk(format, query, t));
    }

    @GetMapping("/ledger/accounts/{asset}/{kind}/{owner}/{role}/export")
    ResponseEntity<byte[]> lines(Actor actor, AccountPath path, Text t, ListQuery query, SheetFormat format) {
        if (!AccountCode.isWellFormed(path.code())) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        var account = ledger.find(actor.scope(Permission.READ_LEDGER), new AccountCode(path.code()))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var lines = ledger.entries(account.code(), Long.MAX_VALUE, Sheets.ROWS_MAX + 1);
        var known = names.of(actor, t, lines.stream().map(EntryView::reference).toList());
        var sheet = Sheet.<EntryView>named("ledger.statement.lines")
                .moment("ledger.column.booked", EntryView::bookedAt)
                .text("ledger.column.purpose-only", line -> AccountWords.purpose(t, line.purpose()))
                .text("ledger.column.reference", EntryView::reference)
                .text("ledger.column.reference-name", line -> {
                    var name = known.get(line.reference());
                    return name == null ? null : name.text();
                })
                .text("ledger.column.counterpart", line -> AccountWords.name(t, line.counterpart()))
                .number("ledger.column.posted-change", line -> amount(account, line.posted()))
                .number("ledger.column.held-change", line -> amount(account, line.held()))
                .number("ledger.column.balance", line -> amount(account, line.balance()));
        return sheets.answer(sheet, SheetRows.of(lines), new SheetAsk(format, query, t));
    }

    private static BigDecimal amount(AccountView account, long value) {
        var asset = account.code().asset();
        if (asset == Asset.CNY_FEN || asset == Asset.SIM_CNY_FEN) {
            return BigDecimal.valueOf(value, 2);
        }
        var hours = new GpuMillis(Math.abs(value)).gpuHours();
        return value < 0 ? hours.negate() : hours;
    }
}
