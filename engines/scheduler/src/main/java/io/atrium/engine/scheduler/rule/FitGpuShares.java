// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Ask;
import io.atrium.engine.scheduler.model.Room;

/// A share fits one GPU; shares of two GPUs never add up. Whole GPUs must be wholly free, all on one machine.
///
/// before: a: [0.3 free][0.3 free]  b: [0.6 free]   task wants 0.5
/// after:  task on b
public final class FitGpuShares implements RoomRule {
    @Override
    public boolean admits(Ask ask, Room room) {
        return ask.gpus() == 0 || room.gpusWith(ask.gpuMilli()) >= ask.gpus();
    }
}
