// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.Colleague;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.text.Text;
import java.util.List;

/// Who is in an organisation, and who was.
public record MembersPage(String organisation, List<Tab> tabs, Table table, List<Row> rows, String inviteHref) {

    public record Row(
            String name,
            String login,
            String href,
            String roles,
            String since,
            String until,
            String lastSignIn,
            Tag state) {

        static Row of(Colleague colleague, String base, Text t) {
            var valid = colleague.roles();
            var shown = valid.isEmpty()
                    ? colleague.spans().stream().map(Colleague.Span::role).toList()
                    : valid;
            return new Row(
                    colleague.name(),
                    colleague.login(),
                    base + "/" + colleague.person(),
                    PeopleWords.roles(t, shown),
                    PeopleWords.day(t, colleague.since()),
                    PeopleWords.until(t, colleague.until()),
                    PeopleWords.lastSignIn(t, colleague.lastSignInAt()),
                    PeopleWords.state(colleague));
        }
    }
}
