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
import io.atrium.web.Flash;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.SeeOther;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/ledger`: accounts that the reader may see, and for those who read all of them the trial balance.
@Controller
class LedgerPages {
    private static final int LINES_PER_PAGE = 50;

    private final Ledger ledger;
    private final LatestProof proofs;
    private final KnownNames names;

    LedgerPages(Ledger ledger, LatestProof proofs, KnownNames names) {
        this.ledger = ledger;
        this.proofs = proofs;
        this.names = names;
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
        var owners = names.of(
                actor, t, accounts.stream().map(each -> each.code().owner()).toList());
        var proof = scope instanceof Scope.All ? proofs.get() : null;
        return PageView.of("ledger/accounts", "ledger.title", AccountsPage.of(accounts, count, proof, owners, query, t))
                .under(Crumb.of("insight.nav.home", "/"));
    }

    /// Changes nothing: whoever doubts the latest recount makes another.
    @PostMapping("/ledger/recount")
    SeeOther recount(Actor actor) {
        actor.require(Permission.READ_LEDGER);
        if (!(actor.scope(Permission.READ_LEDGER) instanceof Scope.All)) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        proofs.recount();
        return SeeOther.to("/ledger").saying(Flash.done("ledger.flash.recounted"));
    }

    @GetMapping("/ledger/accounts/{asset}/{kind}/{owner}/{role}")
    PageView statement(
            Actor actor,
            AccountPath path,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            ListQuery query,
            Text t) {
        var account = find(actor, path);
        var lines = ledger.entries(account.code(), before, LINES_PER_PAGE);
        var mentioned = lines.stream()
                .flatMap(line -> Stream.of(line.reference(), line.counterpart().owner()))
                .toList();
        var shown = new StatementPage.Shown(
                before < Long.MAX_VALUE, lines.size() == LINES_PER_PAGE, names.of(actor, t, mentioned));
        var owner = names.of(actor, t, List.of(account.code().owner()))
                .get(account.code().owner());
        return PageView.of(
                        "ledger/statement",
                        owner == null ? "ledger.statement.title" : "ledger.statement.title.of",
                        StatementPage.of(account, lines, shown, query, t),
                        AccountWords.name(t, account.code()),
                        owner == null ? "" : owner.text())
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("ledger.title", "/ledger"));
    }

    private AccountView find(Actor actor, AccountPath path) {
        if (!AccountCode.isWellFormed(path.code())) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        return ledger.find(actor.scope(Permission.READ_LEDGER), new AccountCode(path.code()))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
