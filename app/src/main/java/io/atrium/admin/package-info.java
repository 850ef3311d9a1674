// SPDX-License-Identifier: Apache-2.0

/// Running the house: the business clock, the audit trail. Start at [io.atrium.admin.ClockAdvances].
@ApplicationModule(
        displayName = "Administration",
        allowedDependencies = {"kernel", "web", "identity"})
@NullMarked
package io.atrium.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
