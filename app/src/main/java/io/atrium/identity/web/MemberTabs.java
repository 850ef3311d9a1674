// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.component.Tab;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;

/// The views of an organisation's people: members, invitations, and, for one's own firm, delegations and API tokens.
enum MemberTabs {
    MEMBERS,
    INVITATIONS,
    DELEGATIONS,
    TOKENS;

    static final String TOKENS_PATH = "/member-tokens";
    static final String DELEGATIONS_PATH = "/delegations";

    static String members(OrgId organisation) {
        return "/organisations/" + organisation + "/members";
    }

    static String invitations(OrgId organisation) {
        return "/organisations/" + organisation + "/invitations";
    }

    List<Tab> of(Actor actor, OrgId organisation, Text t) {
        var tabs = new ArrayList<Tab>();
        tabs.add(Tab.of(t.of("identity.members.tab"), members(organisation), this == MEMBERS));
        tabs.add(Tab.of(t.of("identity.invitations.tab"), invitations(organisation), this == INVITATIONS));
        if (actor.scope(Permission.MANAGE_PEOPLE) instanceof Scope.Own) {
            tabs.add(Tab.of(t.of("identity.delegations.tab"), DELEGATIONS_PATH, this == DELEGATIONS));
            tabs.add(Tab.of(t.of("identity.member-tokens.tab"), TOKENS_PATH, this == TOKENS));
        }
        return List.copyOf(tabs);
    }
}
