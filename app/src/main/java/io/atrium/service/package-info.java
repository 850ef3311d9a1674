// SPDX-License-Identifier: Apache-2.0

/// Service for firms in the community (社区服务): which steward looks after whom, visits and what came of
/// them, and what key firms were promised.
///
/// Start at [io.atrium.service.Stewards], [io.atrium.service.Visits] and [io.atrium.service.ServicePacks]. What a firm
/// needs is an appeal and is kept there:
/// a visit raises appeals by their front door, and keeps only their ids. It is no place for what stewards think of
/// firms:
/// whatever is written here, the firm reads.
@ApplicationModule(
        displayName = "Service",
        allowedDependencies = {"kernel", "web", "identity", "notice", "company", "files::pdf", "appeal"})
@NullMarked
package io.atrium.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
