// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.error;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.AccessRules;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which roles may do what was refused, who grants them, and the way to ask for one (所需角色). It tells the rules, never
/// whether a record exists.
///
/// @param grantedBy null when these roles belong to organisations of another kind
public record NeededRole(String roles, @Nullable String grantedBy, List<Request> requests) {

    /// Asks for one role.
    public record Request(String role, Form form) {}

    /// @param requestable what the actor's organisation could give
    static NeededRole of(Text t, OrgKind kind, Permission permission, List<Role> requestable, RequestKey key) {
        var requests = requestable.stream()
                .map(role -> new Request(t.of("identity.role", role), form(role, key)))
                .toList();
        return new NeededRole(
                names(t, AccessRules.rolesWith(permission)),
                requestable.isEmpty() ? null : names(t, granting(kind)),
                requests);
    }

    /// The permission that was missing; empty for refusals that no role would have prevented.
    static Optional<Permission> missing(@Nullable Object fact) {
        return Stream.of(Permission.values())
                .filter(permission -> permission.name().equals(fact))
                .findFirst();
    }

    private static Form form(Role role, RequestKey key) {
        return Form.to("/role-requests", "web.error.role.request", Field.hidden("role", role.name()))
                .keyed(key);
    }

    /// People of a firm are looked after by its owner, everybody else by the operator.
    private static Collection<Role> granting(OrgKind kind) {
        return kind == OrgKind.FIRM ? List.of(Role.FIRM_OWNER) : List.of(Role.OPERATOR, Role.ADMINISTRATOR);
    }

    private static String names(Text t, Collection<Role> roles) {
        return roles.stream()
                .map(role -> t.of("identity.role", role))
                .collect(Collectors.joining(t.of("web.list.separator")));
    }
}
