// SPDX-License-Identifier: Apache-2.0

/// What providers say of their pools (集群状态): planned maintenance and incidents, and the prices that they will ask.
/// Start at [io.atrium.compute.status.PoolNotices] and [io.atrium.compute.status.PoolPrices].
@NullMarked
package io.atrium.compute.status;

import org.jspecify.annotations.NullMarked;
