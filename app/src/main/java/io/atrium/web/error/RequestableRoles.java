// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.error;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import java.util.List;

/// Which roles somebody who was refused may ask for (可申请的角色); answered by the module that carries the request.
@FunctionalInterface
public interface RequestableRoles {

    /// Roles with this permission that the actor's own organisation gives; empty when none would help.
    List<Role> of(Actor actor, Permission permission);
}
