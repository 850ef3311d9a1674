// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.DelegationView;
import io.atrium.web.component.Form;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who may act for one's own organisation, and who may be let.
///
/// @param form null where nothing can be handed on
public record DelegationsPage(List<Tab> tabs, @Nullable Form form, Table table, List<Row> rows) {

    public record Row(
            String to,
            String login,
            String from,
            String permissions,
            String lastDay,
            Tag state,
            @Nullable String endHref) {

        static Row of(DelegationView delegation, String base, Text t) {
            return new Row(
                    delegation.to(),
                    delegation.toLogin(),
                    delegation.from(),
                    PeopleWords.permissions(t, delegation.permissions()),
                    PeopleWords.day(t, delegation.until().minusSeconds(1)),
                    delegation.isValid()
                            ? Tag.of(Tone.GOOD, "identity.delegations.state.valid")
                            : Tag.of(Tone.PLAIN, "identity.delegations.state.ended"),
                    delegation.isValid() ? base + "/" + delegation.id() + "/ending" : null);
        }
    }
}
