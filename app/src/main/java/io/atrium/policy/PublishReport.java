// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.problem.Problem;
import java.util.List;

/// What came of publishing a set of packages.
///
/// @param changed policies with a new current version
/// @param kept versions whose package differs from what was published; the published one stays
/// @param refused packages that did not pass their check, with every problem
public record PublishReport(List<PolicyId> changed, List<String> kept, List<RefusedPackage> refused) {

    public record RefusedPackage(String name, List<Problem> problems) {}
}
