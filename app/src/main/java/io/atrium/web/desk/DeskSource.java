// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.desk;

import io.atrium.kernel.access.Actor;
import io.atrium.web.component.Tile;
import io.atrium.web.text.Text;
import java.util.List;

/// A module's part of everybody's home page. Each module contributes a bean that answers for the actor at hand, within
/// what they may see, and with nothing for those whom it does not concern.
public interface DeskSource {

    /// Where this module's numbers stand among those of the others, smallest first.
    default int order() {
        return 50;
    }

    /// What needs the actor now.
    List<DeskItem> items(Actor actor, Text t);

    /// Numbers worth a glance; each links to the list that proves it.
    default List<Tile> tiles(Actor actor, Text t) {
        return List.of();
    }

    /// What will happen without the actor, with the moment at which it does.
    default List<DeskItem> ahead(Actor actor, Text t) {
        return List.of();
    }
}
