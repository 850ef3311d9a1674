// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.Tokens;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// `/member-tokens`: the owner sees which programs may act for the organisation, and stops any of them.
@Controller
class MemberTokenPages {

    private final Tokens tokens;
    private final InstantSource clock;

    MemberTokenPages(Tokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping(MemberTabs.TOKENS_PATH)
    PageView list(Actor actor, Text t) {
        var now = clock.instant();
        var rows = tokens.ofOrganisation(actor).stream()
                .map(token -> MemberTokensPage.Row.of(token, now, t))
                .toList();
        var page = new MemberTokensPage(MemberTabs.TOKENS.of(actor, actor.organisation(), t), table(rows.size()), rows);
        return PageView.of("identity/member-tokens", "identity.member-tokens.title", page)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("identity.members.title", "/members"));
    }

    @PostMapping(MemberTabs.TOKENS_PATH + "/{id}/revocation")
    SeeOther revoke(Actor actor, @PathVariable String id) {
        if (!tokens.revokeOfMember(actor, id)) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        return SeeOther.to(MemberTabs.TOKENS_PATH).saying(Flash.done("identity.tokens.revoked"));
    }

    private static Table table(int rows) {
        return Table.of(
                "identity.member-tokens.caption",
                Empty.nothingYet("identity.member-tokens.none", "identity.tokens.new", "/tokens"),
                rows,
                Column.text("identity.tokens.name"),
                Column.text("identity.member-tokens.person"),
                Column.text("identity.tokens.permissions"),
                Column.text("identity.member-tokens.created"),
                Column.text("identity.tokens.expires"),
                Column.text("identity.tokens.last-used"),
                Column.text("identity.tokens.state"));
    }
}
