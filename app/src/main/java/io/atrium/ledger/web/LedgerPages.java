// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.web;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.AccountView;
import io.atrium.ledger.Ledger;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.text.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// `/ledger`: accounts that the reader may see, and for those who read all of them the trial balance.
@Controller
class LedgerPages {
    private static final int LINES_PER_PAGE = 50;

    private final Ledger ledger;

    LedgerPages(Ledger ledger) {
        this.ledger = ledger;
    }

    @Bean
    static NavItem ledgerNavItem() {
        return NavItem.needing(Permission.READ_LEDGER, NavGroup.MONEY, "ledger.nav", "/ledger", 50);
    }

    @GetMapping("/ledger")
    PageView accounts(Actor actor, ListQuery query, Text t) {
        actor.require(Permission.READ_LEDGER);
        var scope = actor.scope(Permission.READ_LEDGER);
        var code = query.filter("code");
        var accounts = ledger.accounts(scope, code, query.offset(), query.size());
        int count = ledger.countAccounts(scope, code);
        var proof = scope instanceof Scope.All ? ledger.trialBalance() : null;
        return PageView.of("ledger/accounts", "ledger.title", AccountsPage.of(accounts, count, proof, query, t));
    }

    @GetMapping("/ledger/accounts/{asset}/{kind}/{owner}/{role}")
    PageView statement(
            Actor actor,
            @PathVariable String asset,
            @PathVariable String kind,
            @PathVariable String owner,
            @PathVariable String role,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            Text t) {
        var account = find(actor, String.join("/", asset, kind, owner, role));
        var lines = ledger.entries(account.code(), before, LINES_PER_PAGE);
        var page = StatementPage.of(account, lines, before < Long.MAX_VALUE, lines.size() == LINES_PER_PAGE, t);
        return PageView.of("ledger/statement", "ledger.statement.title", page, AccountWords.name(t, account.code()))
                .under(Crumb.of("ledger.title", "/ledger"));
    }

    private AccountView find(Actor actor, String code) {
        if (!AccountCode.isWellFormed(code)) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        return ledger.find(actor.scope(Permission.READ_LEDGER), new AccountCode(code))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
