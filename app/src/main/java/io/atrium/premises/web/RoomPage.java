// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A room, who sits there, and who sat there and left.
///
/// @param moveIn where a move into it starts; null where it cannot
/// @param seat notes a firm that sits there already; null for those who may not, or while the room is taken
/// @param end notes that the firm left; null likewise
/// @param size corrects the room; null for those who may not
public record RoomPage(
        Tag state,
        List<Fact> facts,
        List<Stay> history,
        @Nullable String moveIn,
        @Nullable Form seat,
        @Nullable Form end,
        @Nullable Form size) {

    /// @param href to the rooms of the firm
    public record Stay(String firm, String href, String since, String until) {}
}
