// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which roles an organisation can give, and which one it must never be without.
public final class RolesOfKind {

    private static final Map<OrgKind, Set<Role>> ROLES = Map.of(
            OrgKind.FIRM, EnumSet.of(Role.FIRM_OWNER, Role.FIRM_FINANCE, Role.FIRM_ENGINEER),
            OrgKind.PROVIDER, EnumSet.of(Role.PROVIDER_STAFF),
            OrgKind.DEPARTMENT, EnumSet.of(Role.OFFICER),
            OrgKind.BANK, EnumSet.of(Role.BANK_STAFF),
            OrgKind.AUDIT, EnumSet.of(Role.AUDITOR),
            OrgKind.ADVISER, EnumSet.of(Role.ADVISER),
            OrgKind.COMMUNITY, EnumSet.of(Role.STEWARD, Role.OPERATOR, Role.ADMINISTRATOR));
    private static final Map<OrgKind, Role> KEEPERS =
            Map.of(OrgKind.FIRM, Role.FIRM_OWNER, OrgKind.COMMUNITY, Role.ADMINISTRATOR);

    private RolesOfKind() {}

    public static Set<Role> of(OrgKind kind) {
        return ROLES.getOrDefault(kind, Set.of());
    }

    /// The role of which one holder must stay; others are looked after by the community's operator.
    static Optional<Role> keeper(OrgKind kind) {
        return Optional.ofNullable(KEEPERS.get(kind));
    }
}
