// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.dispute;

import io.atrium.kernel.RequestKey;

/// The firm takes its dispute back before it is answered.
public record WithdrawDispute(RequestKey key, DisputeId dispute) {}
