// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.simulation;

import io.atrium.compute.JobEvent;
import io.atrium.compute.JobId;
import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.compute.Metering;
import io.atrium.compute.PoolView;
import io.atrium.compute.account.JobAccounts.Parties;
import io.atrium.compute.account.SimulatedAccounts;
import io.atrium.compute.execution.RunId;
import io.atrium.compute.execution.simulated.SimulatedRun;
import io.atrium.compute.execution.simulated.SimulatedRuns;
import io.atrium.compute.store.JobStore;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Puts simulated jobs into the queue: they wait, are placed and hold GPUs like any other, and are held and captured in
/// the book of the simulation.
@Component
@ConditionalOnProperty(name = "atrium.demo", havingValue = "true")
class SimulatedJobs {

    /// Stands before each name, so that it says what it is wherever a name stands.
    private static final String MARK = "[模拟 Sim] ";

    private final JobStore jobs;
    private final SimulatedAccounts accounts;
    private final SimulatedRuns runs;
    private final Ids ids;
    private final InstantSource clock;

    SimulatedJobs(JobStore jobs, SimulatedAccounts accounts, SimulatedRuns runs, Ids ids, InstantSource clock) {
        this.jobs = jobs;
        this.accounts = accounts;
        this.runs = runs;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    JobId submit(Arrival arrival, OrgId firm, PoolView pool, String by) {
        var parties = new Parties(new JobId(ids.next(JobId.PREFIX)), firm, pool.provider());
        var taken = pool.shape().share().amount().times(arrival.gpus());
        var atLimit = Metering.atLimit(taken, arrival.limit(), pool.pricePerGpuHour());
        var held = accounts.hold(parties, atLimit);
        var now = clock.instant();
        jobs.insert(row -> {
            row.setId(parties.job().value());
            row.setFirmId(firm.value());
            row.setProviderId(pool.provider().value());
            row.setPoolId(pool.id());
            row.setName(MARK + "#" + arrival.number());
            row.setProject("");
            row.setWorkload("command");
            row.setCommand(new String[] {"simulated"});
            row.setGpus(arrival.gpus());
            row.setSharesPerGpu((short) pool.shape().share().perGpu());
            row.setTimeLimitMs(arrival.limit().toMillis());
            row.setPriority(0);
            row.setState(JobState.QUEUED.name());
            row.setEngine(JobView.SIMULATED);
            row.setInterruptible(arrival.isInterruptible());
            row.setFenPerGpuHour(pool.pricePerGpuHour().value());
            row.setHeldVoucherFen(0L);
            row.setHeldOwnFen(held.ownPart().value());
            row.setSubmittedBy(by);
            row.setSubmittedAt(JobStore.at(now));
        });
        jobs.addEvent(parties.job(), new JobEvent(now, JobState.QUEUED.name(), "", by));
        runs.add(SimulatedRun.planned(new RunId(parties.job().value()), arrival.work()));
        return parties.job();
    }
}
