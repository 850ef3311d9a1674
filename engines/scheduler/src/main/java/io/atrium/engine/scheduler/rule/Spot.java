// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Room;

/// A machine that could take a task.
///
/// @param isKept  a place was kept there for tasks of this kind
/// @param loss    the fragmentation that it would cause
/// @param room    what is free there now
/// @param machine its number in the order of ids
public record Spot(boolean isKept, long loss, Room room, int machine) {}
