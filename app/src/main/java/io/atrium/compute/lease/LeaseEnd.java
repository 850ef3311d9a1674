// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

/// How a lease ended (终止方式).
public enum LeaseEnd {
    /// Its last day is over.
    EXPIRED,
    /// Its last day was moved forward by the firm.
    EARLY,
    BY_PROVIDER,
    /// The firm's credit line could not bear the next period.
    UNPAID,
    /// Before the hand-over; nothing is charged.
    CANCELLED,
    /// The provider did not hand it over in time; nothing is charged.
    NOT_HANDED_OVER
}
