// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A case that came in (来件).
///
/// @param firm     who asks; one firm counts once a day in each count, however often it writes
/// @param place    from the large to the small with `/` between, such as `B3/12`; empty where it has none
/// @param category as confirmed, or as suggested
/// @param meaning  the vector of the text, of length one
public record CaseEvent(
        String id, String firm, String place, LocalDate day, String category, String text, float[] meaning) {
    /// Park, building, floor, room.
    public static final int PLACE_DEPTH_MAX = 4;

    /// Stands for all places together.
    public static final String EVERYWHERE = "";

    public CaseEvent {
        if (place.split("/").length > PLACE_DEPTH_MAX) throw new IllegalArgumentException("place: " + place);
        if (id.isBlank() || firm.isBlank()) throw new IllegalArgumentException("a case without id or firm");
    }

    /// The place and all places around it, down to a depth: `B3/12`, `B3`, and everywhere.
    List<String> places(int depth) {
        var places = new ArrayList<String>();
        for (var at = place; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('/')))) {
            if (at.split("/").length <= depth) places.add(at);
        }
        places.add(EVERYWHERE);
        return places;
    }
}
