// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.files.Attachment;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Starts a move (发起一件事): the one form.
///
/// @param rooms that are wanted, or that are left
/// @param seats how many are needed, where no room is named
/// @param area in m², where no room is named
/// @param papers what the firm brings (材料); more may follow with a step
public record StartMove(
        RequestKey key,
        MoveKind kind,
        OrgId firm,
        BuildingId building,
        List<RoomId> rooms,
        @Nullable Integer seats,
        @Nullable BigDecimal area,
        LocalDate wantedOn,
        String contact,
        String notes,
        List<Attachment> papers) {

    public static final int ROOMS_MAX = 20;
    public static final int CONTACT_LENGTH_MAX = 200;
    public static final int NOTES_LENGTH_MAX = 1_000;

    /// A firm with more moves than this at once asks for somebody to talk to.
    public static final int RUNNING_MAX = 5;

    /// Further ahead nobody plans.
    public static final int DAYS_AHEAD_MAX = 180;

    /// After the wished day the steps still need so many days of the working calendar.
    public static final int CALENDAR_DAYS_MIN = 60;

    public StartMove {
        rooms = List.copyOf(rooms);
        papers = List.copyOf(papers);
    }

    /// Without papers.
    public StartMove(
            RequestKey key,
            MoveKind kind,
            OrgId firm,
            BuildingId building,
            List<RoomId> rooms,
            @Nullable Integer seats,
            @Nullable BigDecimal area,
            LocalDate wantedOn,
            String contact,
            String notes) {
        this(key, kind, firm, building, rooms, seats, area, wantedOn, contact, notes, List.of());
    }

    public StartMove bringing(List<Attachment> brought) {
        return new StartMove(key, kind, firm, building, rooms, seats, area, wantedOn, contact, notes, brought);
    }
}
