// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import java.util.List;

/// What there is to know of a lease beside its terms.
///
/// @param jobsOnNodes jobs of others that still sit on its nodes; the hand-over waits for them
public record LeaseDetails(List<LeasePeriod> periods, List<String> nodes, int jobsOnNodes, List<LeaseEvent> events) {}
