// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import io.atrium.kernel.RequestKey;

/// The provider signs: the contract is concluded, its nodes are set aside, the first period is held.
///
/// @param isAffiliated the provider's statement: it and the firm are related parties
/// @param isComputeOnly whether the contract is about compute alone
public record SignLease(RequestKey key, LeaseId lease, boolean isAffiliated, boolean isComputeOnly) {}
