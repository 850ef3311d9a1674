// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A lease (租约) as both sides see it.
///
/// @param startsOn the day asked for until the hand-over, then the day of the hand-over
/// @param endsOn the last day, included
/// @param access what the provider wrote at the hand-over: how to get in; null before it
public record LeaseView(
        LeaseId id,
        OrgId firm,
        OrgId provider,
        Thing thing,
        LeaseTerms terms,
        Fen total,
        LocalDate startsOn,
        LocalDate endsOn,
        LeaseState state,
        Requested requested,
        @Nullable Signed signed,
        @Nullable String access,
        @Nullable String receivedBy,
        @Nullable Ended ended) {

    /// What is rented.
    public record Thing(String name, String pool, int nodes, LeasePurpose purpose) {}

    /// @param isAffiliated the firm's statement
    public record Requested(String by, Instant at, Instant signBy, boolean isAffiliated) {}

    /// @param isAffiliated the provider's statement
    /// @param isComputeOnly whether the contract is about compute alone, without storage, network or security
    public record Signed(String by, Instant at, boolean isAffiliated, boolean isComputeOnly) {}

    /// @param kind null when it was never signed
    public record Ended(@Nullable LeaseEnd kind, @Nullable LocalDate on, String reason) {}

    /// Either side says so.
    public boolean isAffiliated() {
        return requested.isAffiliated() || signed != null && signed.isAffiliated();
    }

    /// What policies on compute vouchers ask of a contract: parties that are not related, and compute alone.
    public boolean mayUseVouchers() {
        return signed != null && !isAffiliated() && signed.isComputeOnly();
    }
}
