// SPDX-License-Identifier: Apache-2.0

/// Leases (算力租用合同): a firm rents whole nodes of a pool for a term. Asked for, signed by the provider, handed over,
/// used,
/// ended; paid by the period through the same doors as jobs. What the policies on vouchers call the contract is a
/// lease:
/// its facts are written into the company file. Start at [io.atrium.compute.lease.Leases].
@NamedInterface("lease")
@NullMarked
package io.atrium.compute.lease;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
