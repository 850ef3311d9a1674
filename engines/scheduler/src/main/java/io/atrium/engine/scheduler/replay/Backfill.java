// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import io.atrium.engine.scheduler.rule.PassWithoutDelay;
import io.atrium.engine.scheduler.rule.ServeSmallAreaOverAgeFirst;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Backfilling with declared limits: the first job that finds no place is promised a start, and the promise stays its
/// own until it starts, however the order changes; others may pass it where they do not delay it.
///
/// GPUs are counted, places are looked at when a job starts: on nodes of several GPUs a promise can fail by the shape.
final class Backfill implements Discipline {
    /// Jobs run over their limit by seconds while they are being stopped; a promise allows for that.
    private static final long GRACE_S = 300;

    private final boolean isInTurn;
    private final List<Work> line = new ArrayList<>();
    private @Nullable Work first;
    private long promised;
    private int broken;

    /// @param isInTurn the order of arrival (EASY), or else small areas first and more so with age
    Backfill(boolean isInTurn) {
        this.isInTurn = isInTurn;
    }

    @Override
    public int brokenPromises() {
        return broken;
    }

    @Override
    public void waits(Work work, Stage stage) {
        line.add(work);
    }

    @Override
    public void pass(Stage stage) {
        order(stage.now());
        for (var next = next(); next != null && stage.floor().fits(next.job.gpus()); next = next()) {
            keepPromise(next, stage.now());
            start(next, stage);
        }
        var next = next();
        if (next != null) {
            letOthersPass(next, stage);
        }
    }

    private void order(long now) {
        if (isInTurn) {
            return;
        }
        var areas = new HashMap<Work, Double>();
        for (var work : line) {
            areas.put(
                    work,
                    ServeSmallAreaOverAgeFirst.RULE.area(work.job.gpus(), work.job.limitS(), now - work.job.submitS()));
        }
        line.sort(Comparator.<Work>comparingDouble(areas::get).thenComparingInt(work -> work.number));
    }

    private @Nullable Work next() {
        if (first != null) {
            return first;
        }
        return line.isEmpty() ? null : line.getFirst();
    }

    private void keepPromise(Work work, long now) {
        if (work == first) {
            broken += now > promised ? 1 : 0;
            first = null;
        }
    }

    private void letOthersPass(Work next, Stage stage) {
        var opening = opening(next, stage);
        if (first == null) {
            first = next;
            promised = opening.at();
        }
        var spare = opening.spare();
        for (var work : List.copyOf(line)) {
            var endsBy = stage.now() + work.job.limitS() + GRACE_S;
            if (work != first
                    && stage.floor().fits(work.job.gpus())
                    && PassWithoutDelay.RULE.mayPass(endsBy, opening.at(), work.job.gpus(), spare)) {
                spare -= PassWithoutDelay.RULE.endsInTime(endsBy, opening.at()) ? 0 : work.job.gpus();
                start(work, stage);
            }
        }
    }

    /// When enough GPUs come free if every job uses its limit, and how many are left over then.
    private record Opening(long at, int spare) {}

    private Opening opening(Work next, Stage stage) {
        var ends = new ArrayList<Work>();
        stage.running().forEach(ends::add);
        ends.sort(Comparator.<Work>comparingLong(work -> due(work, stage.now())).thenComparingInt(work -> work.number));
        var free = stage.floor().free();
        var at = stage.now();
        for (var work : ends) {
            if (free >= next.job.gpus() && due(work, stage.now()) > at) {
                break;
            }
            free += work.job.gpus();
            at = due(work, stage.now());
        }
        return new Opening(at, free - next.job.gpus());
    }

    private void start(Work work, Stage stage) {
        line.remove(work);
        stage.start(work);
    }

    private static long due(Work work, long now) {
        return Math.max(now + 1, work.startedAt() + work.job.limitS() + GRACE_S);
    }
}
