// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One person in one organisation with all their roles there, as the administration sees it (人员与角色).
public record PersonSeat(
        PersonId person,
        String login,
        String name,
        OrgId organisation,
        String organisationZh,
        String organisationEn,
        List<Role> roles,
        @Nullable Instant lastSignInAt,
        boolean isDisabled) {}
