// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import io.atrium.kernel.Fen;
import java.time.Instant;

/// A step of a pool's price list for leases (租价档): what a GPU-hour costs for leases of at least so many days.
public record LeasePrice(String pool, int daysMin, Fen pricePerGpuHour, Instant from) {}
