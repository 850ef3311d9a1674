// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger;

import io.atrium.engine.ledger.Movement;
import java.time.Instant;
import java.util.UUID;

/// One line of an account's statement (流水), seen from that account.
///
/// @param position grows with the time of booking; the cursor of the list
/// @param posted change of the balance: positive when value came in
/// @param held change of what this account has set aside
/// @param balance balance of the account after this line
public record EntryView(
        long position,
        UUID transfer,
        Movement.Kind kind,
        AccountCode counterpart,
        long posted,
        long held,
        long balance,
        String purpose,
        String reference,
        Instant eventAt,
        Instant bookedAt) {}
