// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import io.atrium.premises.OccupancyView;
import io.atrium.premises.RoomState;
import io.atrium.premises.RoomView;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rooms in the reader's words.
record PremisesWords(Text t) {

    String floor(int number) {
        return number > 0 ? t.of("premises.floor.above", number) : t.of("premises.floor.below", -number);
    }

    String area(BigDecimal area) {
        return t.of("premises.area.value", area);
    }

    /// What a room offers: `120.5 m²，20 个工位`.
    String size(RoomView room) {
        return t.of("premises.room.size", room.area(), room.seats());
    }

    String rooms(Collection<RoomView> rooms) {
        return rooms.stream().map(RoomView::number).collect(Collectors.joining(t.of("web.list.separator")));
    }

    /// Since when somebody has it, and until when.
    String since(OccupancyView now) {
        var leaves = now.leavesOn();
        if (now.isReserved()) {
            return t.of("premises.room.reserved-from", now.since());
        }
        return leaves == null
                ? t.of("premises.room.since", now.since())
                : t.of("premises.room.since.leaves", now.since(), leaves);
    }

    static Tag tag(RoomState state) {
        var tone = switch (state) {
            case FREE -> Tone.GOOD;
            case TAKEN -> Tone.PLAIN;
            case LEAVING -> Tone.WAIT;
            case RESERVED -> Tone.INFO;
        };
        return Tag.of(tone, "premises.room.state." + state);
    }

    static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return typed == null ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
