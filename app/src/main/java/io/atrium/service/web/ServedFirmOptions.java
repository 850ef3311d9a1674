// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.web;

import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Role;
import io.atrium.service.ServedFirm;
import io.atrium.service.ServedFirmView;
import io.atrium.service.ServedFirms;
import io.atrium.web.component.Option;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/// The firms that a steward chooses among on a form: one's own, or all for those who have none of their own.
@Component
class ServedFirmOptions {

    private final ServedFirms firms;
    private final OrganisationNames names;

    ServedFirmOptions(ServedFirms firms, OrganisationNames names) {
        this.firms = firms;
        this.names = names;
    }

    /// @param wanted an id that is offered whoever looks after it; empty for none
    List<Option> firms(Actor actor, Text t, String wanted) {
        var view = actor.roles().contains(Role.STEWARD) ? ServedFirmView.MINE : ServedFirmView.ALL;
        var ids = new LinkedHashSet<OrgId>();
        if (wanted.matches("org_[a-z0-9]{1,40}")) {
            ids.add(new OrgId(wanted));
        }
        firms.list(actor, view).stream().map(ServedFirm::firm).forEach(ids::add);
        var called = names.of(t, ids);
        var choices = new ArrayList<Option>();
        choices.add(Option.key("", "service.note.firm.choose"));
        ids.stream()
                .filter(called::containsKey)
                .map(id -> Option.literal(id.value(), called.getOrDefault(id, "")))
                .forEach(choices::add);
        return choices;
    }
}
