// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight;

import io.atrium.web.component.Chart;
import io.atrium.web.component.Tile;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.frame.VisitedPages.Visited;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the home of a signed-in person shows.
///
/// @param more how many items did not find room
/// @param ideas what one can do when nothing waits
/// @param ahead what others do next or what happens by itself, soonest first
/// @param moreAhead how much of it did not find room
public record HomePage(
        List<DeskItem> items,
        int more,
        List<Link> ideas,
        List<Tile> tiles,
        List<DeskItem> ahead,
        int moreAhead,
        Shortcuts shortcuts,
        @Nullable Chart chart,
        Instant updatedAt) {

    /// Texts already in the reader's language.
    public record Link(String text, String href) {}

    /// @param pinned pages that the person chose
    /// @param visited records that they looked at last
    public record Shortcuts(List<Link> pinned, List<Visited> visited) {}
}
