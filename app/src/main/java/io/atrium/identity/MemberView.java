// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Role;

/// One role of one person (成员) in an organisation.
public record MemberView(PersonId person, String login, String name, Role role) {}
