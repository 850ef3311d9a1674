// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.kernel.OrgId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A move of a firm (一件事办件): one form, steps with owners and days.
///
/// @param template version of the template that it runs by
/// @param rooms that were asked for, or that are left
/// @param reason why it was withdrawn or refused
/// @param steps in the order of the template
public record MoveView(
        MoveId id,
        MoveKind kind,
        int template,
        OrgId firm,
        BuildingId building,
        List<RoomId> rooms,
        Wish wish,
        MoveState state,
        String startedBy,
        Instant startedAt,
        LocalDate startedOn,
        @Nullable LocalDate handedOverOn,
        @Nullable LocalDate endedOn,
        @Nullable String reason,
        List<StepView> steps) {

    /// What the form said.
    public record Wish(
            @Nullable Integer seats, @Nullable BigDecimal area, LocalDate wantedOn, String contact, String notes) {}

    public MoveView {
        rooms = List.copyOf(rooms);
        steps = List.copyOf(steps);
    }

    public boolean isRunning() {
        return state == MoveState.RUNNING;
    }

    public long done() {
        return steps.stream().filter(step -> step.state() == StepState.DONE).count();
    }
}
