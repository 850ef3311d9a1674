// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import io.atrium.kernel.Fen;
import io.atrium.kernel.RequestKey;

/// A provider asks a price per GPU-hour for leases of at least so many days, from now on. Contracts keep theirs.
public record ChangeLeasePrice(RequestKey key, String pool, int daysMin, Fen pricePerGpuHour) {}
