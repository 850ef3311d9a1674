// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.kernel.OrgId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A step of a move (步骤).
///
/// @param code in the template of its move
/// @param openedOn null while it waits
/// @param dueOn the last day on which it is in time
public record StepView(
        StepId id,
        MoveId move,
        String code,
        OrgId unit,
        StepState state,
        int days,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate doneOn) {

    /// Its day has passed and it is not done; while the firm is asked, nobody is late.
    public boolean isOverdue(LocalDate today) {
        return state == StepState.OPEN && dueOn != null && dueOn.isBefore(today);
    }
}
