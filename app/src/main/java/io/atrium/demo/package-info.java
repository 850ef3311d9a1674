// SPDX-License-Identifier: Apache-2.0

/// The demonstration (示范): fills an empty house with an invented community ([io.atrium.demo.DemoSeed]), and carries one
/// firm through its first day by the public API ([io.atrium.demo.day.FirstDay]). Nothing of it runs unless
/// `atrium.demo`
/// is set. Start at [io.atrium.demo.DemoRunner].
@ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {
            "kernel",
            "web",
            "identity",
            "company",
            "compute",
            "compute::lease",
            "policy",
            "appeal",
            "appeal::pattern",
            "service",
            "premises",
            "files"
        })
@NullMarked
package io.atrium.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
