// SPDX-License-Identifier: Apache-2.0

/// Running the house: business clock and working calendar, background work, audit trail, settings, health. Start at
/// [io.atrium.admin.CalendarVersions] or [io.atrium.admin.BackgroundWork].
@ApplicationModule(
        displayName = "Administration",
        allowedDependencies = {"kernel", "web", "identity"})
@NullMarked
package io.atrium.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
