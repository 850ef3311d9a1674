// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Role;
import io.atrium.web.Seen;
import java.util.Set;

/// Gives a member exactly these roles; none ends the membership (调整角色、终止成员资格).
///
/// @param seen the roles that the actor saw
public record SetRoles(OrgId organisation, PersonId person, Set<Role> roles, Seen seen) {

    public SetRoles(OrgId organisation, PersonId person, Set<Role> roles) {
        this(organisation, person, roles, Seen.ANYTHING);
    }
}
