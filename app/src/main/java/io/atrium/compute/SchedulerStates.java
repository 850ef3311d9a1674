// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.compute.store.QueueStore;
import io.atrium.engine.scheduler.state.StateFile;
import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of scheduler states (调度快照): what the next round would see, as lines that `atrium compute replay`
/// decides again. They name every firm with its jobs, so they are the operator's alone, and each export is audited.
@Component
public class SchedulerStates {

    private final QueueStore queue;
    private final Audit audit;
    private final InstantSource clock;

    SchedulerStates(QueueStore queue, Audit audit, InstantSource clock) {
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public List<String> export(Actor actor) {
        actor.require(Permission.RUN_SYSTEM);
        if (!(actor.scope(Permission.READ_JOB) instanceof Scope.All)) {
            throw new RefusedException(Refusal.of(CommonRefusal.NOT_ALLOWED, "permission", Permission.READ_JOB.name()));
        }
        var snapshot = queue.snapshot(clock.instant());
        audit.record(
                actor,
                "compute.state-exported",
                "scheduler",
                Map.of(
                        "waiting", snapshot.waiting().size(),
                        "running", snapshot.running().size(),
                        "at", snapshot.at().toString()));
        return StateFile.write(snapshot);
    }
}
