// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import io.atrium.kernel.RequestKey;

/// A firm asks for a lease at the price that was quoted.
public record RequestLease(RequestKey key, LeaseWish wish) {}
