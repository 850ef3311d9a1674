// SPDX-License-Identifier: Apache-2.0

/// Who is who: organisations, people, their roles, sessions, API tokens, and the audit trail.
///
/// Start at [io.atrium.identity.Organisations]; whoever changes something tells [io.atrium.identity.Audit]. What a role
/// allows stands in [io.atrium.kernel.access.AccessRules], not here.
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"kernel", "web"})
@NullMarked
package io.atrium.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
