// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight;

import io.atrium.web.component.Tile;
import io.atrium.web.desk.DeskItem;
import java.time.Instant;
import java.util.List;

/// What the home of a signed-in person shows.
///
/// @param more how many items did not find room
public record HomePage(List<DeskItem> items, int more, List<Tile> tiles, Instant updatedAt) {}
