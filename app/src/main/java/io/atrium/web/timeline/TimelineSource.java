// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.timeline;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Set;

/// A module's part of a firm's timeline. Each module contributes a bean; it answers within what the actor may see and
/// with nothing for everything else.
public interface TimelineSource {

    /// What sorts of things it tells of.
    Set<TimelineKind> kinds();

    /// Newest first, at most `limit`, of all its kinds.
    List<TimelineItem> entries(Actor actor, OrgId firm, Text t, int limit);
}
