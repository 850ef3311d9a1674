// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import io.atrium.kernel.node.AppNodes;
import io.atrium.kernel.node.LeadLost;
import io.atrium.kernel.node.Leadership;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The loop of compute: every second each node looks after what runs on its machine and starts there what it can carry;
/// the one that leads also settles what ended and places what waits.
///
/// Providers' clusters have a loop of their own, of the leader alone: one that does not answer holds up nobody else's
/// jobs.
///
/// Each step reads the state from the database and moves single jobs in transactions of their own, so a step that is
/// killed half-way is simply taken again; nothing is kept in memory between rounds.
@Component
class ComputeLoop implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_MAX = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(ComputeLoop.class);

    private final AppNodes nodes;
    private final InstantSource clock;
    private final List<Step> here;
    private final List<Step> clusters;
    private List<Thread> threads = List.of();
    private volatile CountDownLatch ending = new CountDownLatch(0);

    private record Step(String name, BooleanSupplier isDue, Runnable work) {}

    ComputeLoop(
            AppNodes nodes,
            Leadership leadership,
            InstantSource systemClock,
            WatchRunningJobs watch,
            ReclaimRuns reclaim,
            ForgetRuns forget,
            SettleEndedJobs settle,
            PlaceWaitingJobs place,
            StartPlacedJobs start) {
        this.nodes = nodes;
        this.clock = systemClock;
        BooleanSupplier always = () -> true;
        here = List.of(
                new Step("watch", always, watch::here),
                new Step("reclaim", always, reclaim::run),
                new Step("give up old ones", leadership::isHere, reclaim::giveUpOldOnes),
                new Step("settle", leadership::isHere, settle::run),
                new Step("forget", always, forget::here),
                new Step("place", leadership::isHere, place::run),
                new Step("start", always, start::here));
        clusters = List.of(
                new Step("watch on clusters", leadership::isHere, watch::onClusters),
                new Step("start on clusters", leadership::isHere, start::onClusters));
    }

    @Override
    public synchronized void start() {
        var end = new CountDownLatch(1);
        ending = end;
        threads = List.of(
                thread("compute-loop", end, () -> {
                    if (take(here, end)) {
                        nodes.worked(clock.instant());
                    }
                }),
                thread("compute-clusters", end, () -> take(clusters, end)));
    }

    private static Thread thread(String name, CountDownLatch end, Runnable round) {
        return Thread.ofPlatform().name(name).daemon().start(() -> {
            try {
                do {
                    round.run();
                } while (!end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// A step that fails does not keep the others from being taken. False if one failed.
    private boolean take(List<Step> steps, CountDownLatch end) {
        boolean isWell = true;
        for (var step : steps) {
            if (!nodes.isItself() || end.getCount() == 0) {
                return false;
            }
            isWell &= !step.isDue().getAsBoolean() || isTaken(step);
        }
        return isWell;
    }

    private static boolean isTaken(Step step) {
        try {
            step.work().run();
            return true;
        } catch (LeadLost lost) {
            LOG.info("step {} was for nothing: {}", step.name(), lost.getMessage());
            return true;
        } catch (RuntimeException failure) {
            LOG.error("step {} failed; it is taken again in a second", step.name(), failure);
            return false;
        }
    }

    /// A step that is under way is let through.
    @Override
    public synchronized void stop() {
        ending.countDown();
        for (var thread : threads) {
            try {
                thread.join(STOP_MAX);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        threads = List.of();
    }

    @Override
    public boolean isRunning() {
        return ending.getCount() > 0;
    }
}
