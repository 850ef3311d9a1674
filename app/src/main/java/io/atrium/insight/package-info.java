// SPDX-License-Identifier: Apache-2.0

/// Home (工作台): what this house is, for whoever comes to the door; what needs me now, for whoever lives here. The
/// content comes from the modules through [io.atrium.web.desk.DeskSource]. Feedback is kept here too, as it concerns no
/// single module.
@ApplicationModule(
        displayName = "Insight",
        allowedDependencies = {"kernel", "web", "identity", "notice", "compute", "policy"})
@NullMarked
package io.atrium.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
