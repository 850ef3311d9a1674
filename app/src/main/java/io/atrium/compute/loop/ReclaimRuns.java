// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.compute.engine.Engines;
import io.atrium.compute.engine.NodeRuns;
import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.RunState;
import io.atrium.compute.store.JobStore;
import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.node.AppNodeView;
import io.atrium.kernel.node.AppNodes;
import io.atrium.kernel.node.Leadership;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Looks after the runs of nodes that are gone. On the machine of such a node another one watches them to their end,
/// with their exact use. Where no node reaches them they wait for theirs to come back; if it does not, the leader gives
/// them up, with what was seen of them last. A run that may have begun is never begun elsewhere.
@Component
class ReclaimRuns {

    private static final int BATCH = 500;
    private static final Logger LOG = LoggerFactory.getLogger(ReclaimRuns.class);

    private final JobStore jobs;
    private final JobMoves moves;
    private final WatchRunningJobs watch;
    private final Engines engines;
    private final NodeRuns runs;
    private final AppNodes nodes;
    private final Leadership leadership;
    private final AtriumSettings settings;

    ReclaimRuns(
            JobStore jobs,
            JobMoves moves,
            WatchRunningJobs watch,
            Engines engines,
            NodeRuns runs,
            AppNodes nodes,
            Leadership leadership,
            AtriumSettings settings) {
        this.jobs = jobs;
        this.moves = moves;
        this.watch = watch;
        this.engines = engines;
        this.runs = runs;
        this.nodes = nodes;
        this.leadership = leadership;
        this.settings = settings;
    }

    void run() {
        var busy = jobs.busyNodes();
        busy.remove(nodes.self());
        if (busy.isEmpty()) {
            return;
        }
        var known = byId();
        boolean mayGiveUp = hasLedLongEnough(known);
        busy.forEach(id -> lookAfter(id, Optional.ofNullable(known.get(id)), mayGiveUp));
    }

    /// A whole installation that starts again gives every node the time to come back.
    private boolean hasLedLongEnough(Map<String, AppNodeView> known) {
        var self = known.get(nodes.self());
        if (self == null) {
            return false;
        }
        var since = self.leadsSince();
        return since != null
                && leadership.isHere()
                && !since.plus(settings.node().lostAfter()).isAfter(self.seenAt());
    }

    private void lookAfter(String id, Optional<AppNodeView> node, boolean mayGiveUp) {
        if (node.isPresent() && node.get().state() == AppNodeView.State.LIVE) {
            return;
        }
        try (var adopted = node.flatMap(runs::adopt).orElse(null)) {
            if (adopted != null) {
                takeOver(id, adopted.engine());
            } else if (leadership.isHere()) {
                boolean isLost = mayGiveUp
                        && node.map(gone ->
                                        gone.silent().compareTo(settings.node().lostAfter()) > 0)
                                .orElse(true);
                waitOrGiveUp(id, node, isLost);
            }
        }
    }

    private void takeOver(String node, ExecutionEngine engine) {
        EachJob.of(jobs.onNode(JobState.PLACED, node, BATCH), "taking over", job -> take(job, engine));
        EachJob.of(jobs.onNode(JobState.RUNNING, node, BATCH), "taking over", job -> watch.watch(job, engine));
    }

    /// What the gone node had not begun, any node may begin.
    private void take(JobView job, ExecutionEngine engine) {
        if (engine.poll(job.run().id()) instanceof RunState.Unknown) {
            moves.unclaimed(job);
        } else {
            moves.started(job);
        }
    }

    private void waitOrGiveUp(String id, Optional<AppNodeView> node, boolean isLost) {
        var name = node.map(AppNodeView::name).orElse(id);
        if (!isLost) {
            node.ifPresent(gone -> EachJob.of(
                    jobs.onNode(JobState.RUNNING, id, BATCH),
                    "remarking on",
                    job -> moves.remarked(job, "NODE_SILENT_SINCE " + gone.seenAt())));
            return;
        }
        EachJob.of(jobs.onNode(JobState.PLACED, id, BATCH), "giving up", job -> {
            LOG.warn("job {} is given up: node {} is gone", job.id(), name);
            moves.notStarted(job, "NODE_LOST", name);
        });
        EachJob.of(jobs.onNode(JobState.RUNNING, id, BATCH), "giving up", job -> {
            LOG.warn("job {} is given up: node {} is gone", job.id(), name);
            moves.lost(job, "NODE_LOST " + name);
        });
    }

    /// Jobs of a time before nodes were told apart that no machine knows.
    void giveUpOldOnes() {
        var engine = engines.here().name();
        var placed = jobs.onNoNode(JobState.PLACED, engine, BATCH);
        var running = jobs.onNoNode(JobState.RUNNING, engine, BATCH);
        if ((placed.isEmpty() && running.isEmpty()) || !hasLedLongEnough(byId())) {
            return;
        }
        EachJob.of(placed, "giving up", job -> moves.notStarted(job, "NODE_LOST", ""));
        EachJob.of(running, "giving up", job -> moves.lost(job, "NODE_LOST"));
    }

    private Map<String, AppNodeView> byId() {
        return nodes.list().stream().collect(Collectors.toMap(AppNodeView::id, Function.identity()));
    }
}
