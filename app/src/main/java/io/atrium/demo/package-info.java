// SPDX-License-Identifier: Apache-2.0

/// The demonstration (示范): fills an empty house with an invented community, and carries one firm through its first day
/// by the public API. Nothing of it runs unless `atrium.demo` is set. Start at [io.atrium.demo.day.FirstDay].
@ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {"kernel", "web", "identity", "company"})
@NullMarked
package io.atrium.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
