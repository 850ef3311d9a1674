// SPDX-License-Identifier: Apache-2.0
package io.atrium.testing;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;

/// A person of a test, in an organisation of their own.
public record Resident(OrgId organisation, Actor actor, String login, String token) {

    public static final String PASSWORD = "a long enough password";
}
