// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Ask;
import io.atrium.engine.scheduler.model.Room;

/// A task goes only where its CPUs and its memory are free.
///
/// before: a: 4 CPUs free, b: 16 CPUs free   task wants 8 CPUs and 1 GPU
/// after:  task on b
public final class FitCpuAndMemory implements RoomRule {
    @Override
    public boolean admits(Ask ask, Room room) {
        return room.cpuMilli() >= ask.cpuMilli() && room.memoryMib() >= ask.memoryMib();
    }
}
