// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Ask;
import io.atrium.engine.scheduler.model.Room;

/// A task that names GPU models goes to one of them. A task without GPUs may go anywhere.
///
/// before: a: T4, b: V100   task wants 1 GPU, P100 or V100
/// after:  task on b
public final class FitGpuModel implements RoomRule {
    @Override
    public boolean admits(Ask ask, Room room) {
        return ask.gpus() == 0
                || ask.models().isEmpty()
                || room.model().filter(ask.models()::contains).isPresent();
    }
}
