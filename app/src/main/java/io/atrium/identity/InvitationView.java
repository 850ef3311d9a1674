// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Role;
import java.time.Instant;
import java.util.Set;

/// An invitation (邀请) as its organisation sees it: never the secret of its link.
public record InvitationView(
        String id,
        OrgId organisation,
        String organisationZh,
        String organisationEn,
        String name,
        Set<Role> roles,
        String invitedBy,
        Instant createdAt,
        Instant expiresAt,
        State state) {

    public enum State {
        OPEN,
        ACCEPTED,
        REVOKED,
        EXPIRED
    }
}
