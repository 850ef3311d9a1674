// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import java.time.LocalDate;

/// What a firm asks for.
///
/// @param isAffiliated the firm's own statement: it and the provider are related parties
public record LeaseWish(
        String name, String pool, int gpus, LocalDate startsOn, int days, LeasePurpose purpose, boolean isAffiliated) {

    public static final int NAME_LENGTH_MAX = 80;
    public static final int DAYS_MAX = 1_095;

    public LocalDate endsOn() {
        return startsOn.plusDays(days - 1L);
    }
}
