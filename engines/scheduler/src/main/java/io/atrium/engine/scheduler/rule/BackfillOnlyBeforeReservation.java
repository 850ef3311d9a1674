// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Reservation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Lets a job use nodes that are reserved for an earlier one only if its limit ends before the reservation begins.
///
/// before: node-1 [####....] reserved whole from 12:00   at 10:00 two jobs want 4: one for 1 h, one for 3 h
/// after:  node-1 [####1111]                             the 3 h job goes elsewhere or waits
public final class BackfillOnlyBeforeReservation implements Rule {
    public static final BackfillOnlyBeforeReservation RULE = new BackfillOnlyBeforeReservation();

    /// @param endsBy when a job's limit ends if it starts now
    public boolean mayUseReservedNodes(Instant endsBy, @Nullable Reservation reservation) {
        return reservation == null || !endsBy.isAfter(reservation.from());
    }
}
