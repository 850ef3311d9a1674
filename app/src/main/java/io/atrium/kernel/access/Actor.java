// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.access;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who acts (操作人): a person, for one organisation, with the roles that they have there. A controller takes it as a
/// parameter; it is made once per request from the session or the API token.
///
/// @param actingFor set when the person acts in the place of somebody else, who delegated `limits` to them
public record Actor(
        PersonId person,
        String name,
        OrgId organisation,
        String organisationName,
        OrgKind kind,
        Set<Role> roles,
        Set<Permission> limits,
        @Nullable ActingFor actingFor) {

    /// Request attribute under which the actor of a web request is found.
    public static final String REQUEST_ATTRIBUTE = "atrium.actor";

    /// In one's own place.
    public Actor(
            PersonId person,
            String name,
            OrgId organisation,
            String organisationName,
            OrgKind kind,
            Set<Role> roles,
            Set<Permission> limits) {
        this(person, name, organisation, organisationName, kind, roles, limits, null);
    }

    /// Whose rows this actor may see under a permission; `None` when it has not that permission at all.
    public Scope scope(Permission permission) {
        if (!limits.contains(permission)) {
            return new Scope.None();
        }
        return AccessRules.scope(roles, permission, organisation);
    }

    public boolean may(Permission permission) {
        return !(scope(permission) instanceof Scope.None);
    }

    /// Throws `NOT_ALLOWED` unless the actor has the permission.
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new RefusedException(Refusal.of(CommonRefusal.NOT_ALLOWED, "permission", permission.name()));
        }
    }
}
