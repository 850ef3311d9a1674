// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static org.awaitility.Awaitility.await;

import io.atrium.compute.loop.PlaceWaitingJobs;
import io.atrium.compute.loop.SettleEndedJobs;
import io.atrium.compute.loop.StartPlacedJobs;
import io.atrium.compute.loop.WatchRunningJobs;
import io.atrium.engine.ledger.Asset;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.kernel.node.Leadership;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.Ledger;
import io.atrium.ledger.OpenAccount;
import io.atrium.ledger.Posting;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import io.atrium.voucher.IssueOutcome;
import io.atrium.voucher.IssueVoucher;
import io.atrium.voucher.PaymentMode;
import io.atrium.voucher.VoucherId;
import io.atrium.voucher.Vouchers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/// Pools, vouchers and jobs for tests of compute. Each test takes its own.
@TestComponent
public class Yard {

    static final Fen PRICE = new Fen(1_180);

    private final House house;
    private final Pools pools;
    private final Jobs jobs;
    private final Vouchers vouchers;
    private final Ledger ledger;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final List<Runnable> loop;

    Yard(
            House house,
            Pools pools,
            Jobs jobs,
            Vouchers vouchers,
            Ledger ledger,
            BusinessClock clock,
            TransactionTemplate transaction,
            WatchRunningJobs watch,
            SettleEndedJobs settle,
            PlaceWaitingJobs place,
            StartPlacedJobs start,
            Leadership leadership) {
        this.house = house;
        this.pools = pools;
        this.jobs = jobs;
        this.vouchers = vouchers;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = transaction;
        Runnable placing = () -> {
            await().atMost(Duration.ofSeconds(30)).until(leadership::isHere);
            place.run();
        };
        loop = List.of(watch::run, settle::run, placing, start::run);
    }

    /// A pool of eight-GPU nodes of a new provider, with a GPU model of its own.
    public RegisterPool pool(int nodes) {
        var id = "pool-" + UUID.randomUUID().toString().substring(0, 8);
        var pool = new RegisterPool(id, house.provider().organisation(), "model-" + id, 80, false, nodes, 8, PRICE);
        pools.register(pool);
        return pool;
    }

    /// A pool of the same model and provider, two GPUs a node, that sells them in another shape at a price.
    public RegisterPool beside(RegisterPool pool, Shape shape, Fen price) {
        var id = "pool-" + UUID.randomUUID().toString().substring(0, 8);
        var beside = new RegisterPool(id, pool.provider(), pool.gpuModel(), 80, false, 1, 2, price, shape);
        pools.register(beside);
        return beside;
    }

    public static RequestKey key() {
        return new RequestKey("test-" + UUID.randomUUID());
    }

    /// A command on a pool, with a limit of ten minutes.
    public static JobRequest command(RegisterPool pool, int gpus, String... command) {
        return new JobRequest("test", "command", Arrays.asList(command), gpus, Duration.ofMinutes(10), pool.id(), null);
    }

    public JobId submit(Resident firm, JobRequest request) {
        return jobs.submit(firm.actor(), new SubmitJob(key(), request)).job();
    }

    public JobView job(JobId id) {
        return jobs.find(new Scope.All(), id).orElseThrow();
    }

    /// Takes the loop's steps once.
    public void step() {
        loop.forEach(Runnable::run);
    }

    /// Takes the loop's steps until the job is in a state.
    public JobView until(JobId id, JobState state) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    loop.forEach(Runnable::run);
                    return job(id).state() == state;
                });
        return job(id);
    }

    /// A voucher that pays half of the list price.
    public VoucherId voucher(OrgId firm, long fen) {
        return voucher(firm, fen, PaymentMode.DEDUCT_AT_SETTLEMENT);
    }

    public VoucherId voucher(OrgId firm, long fen, PaymentMode mode) {
        var policy = "test-" + UUID.randomUUID();
        var treasury = AccountCode.of(Asset.CNY_FEN, "treasury", policy, "source");
        var budget = AccountCode.of(Asset.CNY_FEN, "policy", policy, "budget");
        ledger.open(OpenAccount.free(treasury, null));
        ledger.open(OpenAccount.noOverdraft(budget, 0, null));
        transaction.executeWithoutResult(_ -> ledger.postSurely(List.of(
                Posting.move(UUID.randomUUID(), treasury, budget, fen, "APPROPRIATION", policy, clock.instant()))));
        var issued = (IssueOutcome.Issued) vouchers.issue(new IssueVoucher(
                key(),
                SystemActors.of("test"),
                "grt_" + policy,
                firm,
                policy,
                budget,
                new Fen(fen),
                new BasisPoints(5_000),
                mode,
                clock.today().plusDays(30),
                "compute"));
        return issued.voucher();
    }
}
