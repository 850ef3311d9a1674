// SPDX-License-Identifier: Apache-2.0
/// Fair share (公平份额): what a firm may have of the pools, what it has had of late, and who goes first. The order
/// itself is the scheduler engine's; here is what it is told, and what firms, providers and the operator see of it.
///
/// Start at [io.atrium.compute.share.FairShares].
@NullMarked
package io.atrium.compute.share;

import org.jspecify.annotations.NullMarked;
