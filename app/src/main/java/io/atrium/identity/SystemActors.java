// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import java.util.EnumSet;
import java.util.Set;

/// Actors for what Atrium does by itself (系统): the audit trail names the part that acted.
public final class SystemActors {

    private static final OrgId ORGANISATION = new OrgId("org_system");

    private SystemActors() {}

    public static Actor of(String part) {
        return new Actor(
                new PersonId("per_system_" + part),
                part,
                ORGANISATION,
                "Atrium",
                OrgKind.COMMUNITY,
                Set.of(Role.OPERATOR),
                EnumSet.allOf(Permission.class));
    }
}
