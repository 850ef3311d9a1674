// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import io.atrium.engine.scheduler.rule.ServeLongWaitingFirst;
import io.atrium.engine.scheduler.rule.ServeTenantBelowShareFirst;
import java.util.Comparator;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/// Serves by a ladder of urgency without knowing durations, and takes jobs off their GPUs for more urgent ones.
final class ByUrgency implements Discipline {
    /// How often long waits and shares are looked at.
    private static final long LOOK_EVERY_S = 3_600;

    private static final int NOT_RANKED = -1;

    private final Ladder ladder;
    private final @Nullable FairShares shares;
    private final WaitingLine line = new WaitingLine();
    private int edition;
    private long nextLook;
    private int gpusOfLongWaiting;

    ByUrgency(Ladder ladder, @Nullable FairShares shares) {
        this.ladder = ladder;
        this.shares = shares;
    }

    @Override
    public void waits(Work work, Stage stage) {
        if (work.preemptions > 0) {
            hold(work, -1, stage);
        }
        rank(work, stage.now());
        line.add(work);
    }

    @Override
    public void ended(Work work, Stage stage) {
        hold(work, -1, stage);
        gpusOfLongWaiting -= work.isLongWaiting ? work.job.gpus() : 0;
        ladder.ended(work.job);
    }

    @Override
    public long nextChange(Work work, long done) {
        return ladder.nextChange(work.job, done);
    }

    @Override
    public void changed(Work work, long now) {
        rank(work, now);
    }

    @Override
    public void pass(Stage stage) {
        if (stage.now() >= nextLook && !line.isEmpty()) {
            look(stage);
        }
        if (edition != ladder.edition()) {
            rankAnew(stage);
        }
        var blocked = new HashSet<Integer>();
        for (var next = line.first(blocked); next != null; next = line.first(blocked)) {
            if (stage.floor().fits(next.job.gpus()) || Victims.leave(next, stage)) {
                line.remove(next);
                hold(next, 1, stage);
                stage.start(next);
            } else {
                blocked.add(next.job.gpus());
            }
        }
    }

    private void look(Stage stage) {
        nextLook = stage.now() + LOOK_EVERY_S;
        stage.wakeAt(nextLook);
        putLongWaitingFirst(stage);
        if (shares != null) {
            edition = NOT_RANKED;
        }
    }

    private void putLongWaitingFirst(Stage stage) {
        var rule = ServeLongWaitingFirst.RULE;
        var late = line.all().stream()
                .filter(work -> !work.isLongWaiting && rule.isLong(work.waited(stage.now())))
                .sorted(Comparator.<Work>comparingLong(work -> -work.waited(stage.now()))
                        .thenComparingInt(work -> work.number))
                .toList();
        var wanted = gpusOfLongWaiting
                + late.stream().mapToInt(work -> work.job.gpus()).sum();
        var most = rule.gpusMax(stage.floor().gpus(), wanted);
        for (var work : late) {
            if (gpusOfLongWaiting == 0 || gpusOfLongWaiting + work.job.gpus() <= most) {
                line.remove(work);
                work.isLongWaiting = true;
                gpusOfLongWaiting += work.job.gpus();
                rank(work, stage.now());
                line.add(work);
            }
        }
    }

    private void rankAnew(Stage stage) {
        edition = ladder.edition();
        for (var work : line.all()) {
            line.remove(work);
            rank(work, stage.now());
            line.add(work);
        }
        for (var work : stage.running()) {
            rank(work, stage.now());
        }
    }

    /// Only for work that stands in no line: its level is part of its place there.
    private void rank(Work work, long now) {
        if (work.isLongWaiting) {
            work.level = ServeLongWaitingFirst.LEVEL;
            return;
        }
        var level = ladder.level(work.job, work.done(now));
        work.level = shares == null
                ? level
                : ServeTenantBelowShareFirst.RULE.level(level, shares.ratio(work.job.tenant(), now));
    }

    private void hold(Work work, int sign, Stage stage) {
        if (shares != null) {
            var part = (double) work.job.gpus() / stage.floor().gpus();
            shares.hold(work.job.tenant(), stage.now(), sign * part);
        }
    }
}
