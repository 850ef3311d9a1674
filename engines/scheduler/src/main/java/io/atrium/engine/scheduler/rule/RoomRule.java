// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Ask;
import io.atrium.engine.scheduler.model.Room;

/// Says whether a machine with this room can take a task. All room rules must agree.
public non-sealed interface RoomRule extends Rule {
    boolean admits(Ask ask, Room room);
}
