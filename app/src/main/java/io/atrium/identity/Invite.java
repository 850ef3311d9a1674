// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Role;
import java.util.Set;

/// Invites somebody into an organisation (邀请成员).
///
/// @param name how the inviter calls them; the invited person may correct it
public record Invite(OrgId organisation, String name, Set<Role> roles) {

    public static final int NAME_LENGTH_MAX = 100;
}
