// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.MemberToken;
import io.atrium.identity.TokenView;
import io.atrium.kernel.access.Permission;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Every API token that works for the organisation, whoever of its members made it; never a secret.
public record MemberTokensPage(List<Tab> tabs, Table table, List<Row> rows) {

    /// @param revokeHref null once it is not valid any more
    public record Row(
            TokenView token,
            String person,
            String scope,
            Tag state,
            @Nullable String revokeHref) {

        static Row of(MemberToken member, Instant now, Text t) {
            var shown = TokenPage.row(member.token(), now);
            var scope = member.token().permissions().stream()
                    .map(Permission::valueOf)
                    .collect(Collectors.toSet());
            return new Row(
                    member.token(),
                    member.person(),
                    PeopleWords.permissions(t, scope),
                    shown.state(),
                    shown.isValid()
                            ? MemberTabs.TOKENS_PATH + "/" + member.token().id() + "/revocation"
                            : null);
        }
    }
}
