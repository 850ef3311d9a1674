// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.ActingFor;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person's place in one organisation (席位): as a member, or narrowed in the place of a member who let them.
public record Seat(
        OrgId organisation,
        String nameZh,
        String nameEn,
        OrgKind kind,
        Set<Role> roles,
        Set<Permission> limits,
        @Nullable ActingFor actingFor) {

    Actor actor(PersonId person, String name, Set<Permission> narrowed) {
        return new Actor(person, name, organisation, nameZh, kind, roles, narrowed, actingFor);
    }

    public boolean isDelegated() {
        return actingFor != null;
    }
}
