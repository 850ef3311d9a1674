// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import java.util.HashSet;

/// First come, first served, without taking anybody off. Either the first that finds no place holds up all behind it,
/// or it is skipped.
final class InTurn implements Discipline {
    private final WaitingLine line = new WaitingLine();
    private final boolean isSkipping;

    InTurn(boolean isSkipping) {
        this.isSkipping = isSkipping;
    }

    @Override
    public void waits(Work work, Stage stage) {
        line.add(work);
    }

    @Override
    public void pass(Stage stage) {
        var blocked = new HashSet<Integer>();
        for (var next = line.first(blocked); next != null; next = line.first(blocked)) {
            if (stage.floor().fits(next.job.gpus())) {
                line.remove(next);
                stage.start(next);
            } else if (isSkipping) {
                blocked.add(next.job.gpus());
            } else {
                return;
            }
        }
    }
}
