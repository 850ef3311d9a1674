// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Role;
import java.util.Set;
import java.util.regex.Pattern;

/// @param isPersona an invented person of the demo, whom anybody may become there with one click
public record AddMember(
        OrgId organisation, String login, String name, String password, Set<Role> roles, boolean isPersona) {

    public static final int PASSWORD_LENGTH_MIN = 10;
    public static final int PASSWORD_LENGTH_MAX = 200;
    public static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,62}");

    /// Keeps the password out of logs.
    @Override
    public String toString() {
        return "AddMember[" + organisation + ", " + login + ", " + roles + "]";
    }
}
