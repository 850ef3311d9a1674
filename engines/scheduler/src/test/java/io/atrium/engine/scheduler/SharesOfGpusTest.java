// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import static io.atrium.engine.scheduler.Scene.job;
import static io.atrium.engine.scheduler.Scene.ofTenant;
import static io.atrium.engine.scheduler.Scene.poolOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Link;
import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.PerGpu;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.ProviderId;
import io.atrium.engine.scheduler.model.Reason;
import io.atrium.engine.scheduler.model.Refusal;
import io.atrium.engine.scheduler.model.Remedy;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.engine.scheduler.model.Shares;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.model.Wishes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// Whole rounds with jobs that take a share of a GPU.
class SharesOfGpusTest {
    private static final Pool QUARTERS = poolOf("q", "l40", 2, 400).shaped(shape(4));

    private static Shape shape(int perGpu) {
        return new Shape(new GpuShare(perGpu), PerGpu.NOTHING);
    }

    private static Job share(String id, int perGpu) {
        return job(id, 1).withWishes(Wishes.anywhere().shaped(shape(perGpu)));
    }

    private static Job onLink(String id, int gbps) {
        return job(id, 8).withWishes(Wishes.anywhere().shaped(Shape.WHOLE_GPUS.withLink(new Link(gbps))));
    }

    private static Scene scene() {
        return new Scene().pool("w", "l40", 2, 1).pool(QUARTERS, 1);
    }

    @Test
    void eightQuartersFitWhereTwoWholeGpusAreAndTheNinthWaits() {
        var scene = scene();
        for (var number = 1; number <= 9; number++) {
            scene.waits(share("j" + number, 4));
        }
        var round = scene.round();
        assertThat(round.placed())
                .hasSize(8)
                .allMatch(placed -> placed.placement().pool().equals(new PoolId("q")))
                .allMatch(placed -> placed.placement().amount().equals(new GpuShare(4).amount()));
        assertThat(round.waiting()).hasSize(1).first().satisfies(waiting -> {
            assertThat(waiting.reasons()).contains(new Reason.NotEnoughFree(new GpuShare(4).amount(), GpuAmount.ZERO));
            assertThat(waiting.remedies())
                    .containsExactly(new Remedy.AskForLargerShare(GpuShare.WHOLE, new PoolId("w")));
        });
    }

    @Test
    void wholeGpusStayOffPoolsOfShares() {
        var round = scene().waits(job("a", 2), job("b", 1)).round();
        assertThat(round.placed())
                .hasSize(1)
                .allMatch(placed -> placed.placement().pool().equals(new PoolId("w")));
        assertThat(round.waiting().getFirst().remedies()).noneMatch(Remedy.AllowPool.class::isInstance);
    }

    @Test
    void aLargerShareIsTakenWhereItIsAllThatIsSoldAndItsWholePartIsCounted() {
        var round = scene().waits(share("a", 8)).round();
        assertThat(round.placed().getFirst().placement().amount()).isEqualTo(new GpuShare(4).amount());
    }

    @Test
    void theCheaperPieceIsTakenNotTheCheaperGpu() {
        var round = new Scene()
                .pool(poolOf("eighths", "l40", 2, 700).shaped(shape(8)), 1)
                .pool(poolOf("quarters", "l40", 2, 400).shaped(shape(4)), 1)
                .waits(share("a", 8))
                .round();
        assertThat(round.placed().getFirst().placement().pool()).isEqualTo(new PoolId("eighths"));
    }

    @Test
    void aQuotaCountsSharesAsPartsOfGpus() {
        var scene = scene().quota("a", 1);
        for (var number = 1; number <= 5; number++) {
            scene.waits(ofTenant(share("j" + number, 4), "a"));
        }
        var round = scene.round();
        assertThat(round.placed()).hasSize(4);
        var quarter = new GpuShare(4).amount();
        var whole = GpuAmount.ofGpus(1);
        assertThat(round.waiting().getFirst().reasons().getFirst())
                .isEqualTo(new Reason.OverQuota(whole, whole, GpuAmount.ZERO, quarter));
        assertThat(round.waiting().getFirst().remedies()).contains(new Remedy.FreeOrRaiseQuota(1));
    }

    @Test
    void aFairShareCountsAQuarterAsAQuarter() {
        var week = Duration.ofDays(7);
        var weights = Map.of(new TenantId("a"), 1, new TenantId("b"), 1);
        var snapshot = scene().snapshot().withShares(new Shares(week, weights, List.of()));
        var whole = new Standings(snapshot);
        var quarter = new Standings(snapshot);
        whole.claim(ofTenant(job("w", 1), "a"), snapshot.fleet().pools().getLast());
        quarter.claim(ofTenant(share("s", 4), "a"), QUARTERS);
        assertThat(quarter.ofShare(new TenantId("a")) * 4)
                .isCloseTo(whole.ofShare(new TenantId("a")), org.assertj.core.data.Percentage.withPercentage(0.001));
    }

    @Test
    void refusesAShareThatNobodySellsAndSaysWhatIsSold() {
        assertThat(scene().waits(share("a", 2)).round().refused().getFirst().refusal())
                .isEqualTo(new Refusal.ShareNotSold(new GpuShare(2), List.of(GpuShare.WHOLE, new GpuShare(4))));
        assertThat(new Scene()
                        .pool(QUARTERS, 1)
                        .waits(job("a", 1))
                        .round()
                        .refused()
                        .getFirst()
                        .refusal())
                .isEqualTo(new Refusal.ShareNotSold(GpuShare.WHOLE, List.of(new GpuShare(4))));
    }

    @Test
    void cpusAndMemoryPerGpuKeepAJobOffPoorerPools() {
        var rich = poolOf("rich", "h800", 8, 2_000).shaped(new Shape(GpuShare.WHOLE, new PerGpu(16, 256)));
        var wants = Wishes.anywhere().shaped(new Shape(GpuShare.WHOLE, new PerGpu(16, 200)));
        var scene = new Scene().pool("poor", "h800", 8, 1).pool(rich, 1);
        assertThat(scene.waits(job("a", 8).withWishes(wants))
                        .round()
                        .placed()
                        .getFirst()
                        .placement()
                        .pool())
                .isEqualTo(rich.id());
        var waiting =
                scene.waits(job("b", 8).withWishes(wants)).round().waiting().getFirst();
        assertThat(waiting.remedies()).containsExactly(new Remedy.AskForLessPerGpu(PerGpu.NOTHING, new PoolId("poor")));
        var tooMuch = Wishes.anywhere().shaped(new Shape(GpuShare.WHOLE, new PerGpu(17, 0)));
        assertThat(scene.waits(job("c", 1).withWishes(tooMuch))
                        .round()
                        .refused()
                        .getFirst()
                        .refusal())
                .isEqualTo(new Refusal.TooMuchPerGpu(new PerGpu(17, 0), rich.id(), new PerGpu(16, 256)));
    }

    @Test
    void aLinkKeepsAJobOffSlowerPoolsAndTheCheaperOfTheFastOnesWins() {
        var whole = Shape.WHOLE_GPUS;
        var scene = new Scene()
                .pool(poolOf("unsaid", "h800", 8, 100), 1)
                .pool(poolOf("slow", "h800", 8, 200).shaped(whole.withLink(new Link(100))), 1)
                .pool(poolOf("dear", "h800", 8, 900).shaped(whole.withLink(new Link(400))), 1)
                .pool(poolOf("fast", "h800", 8, 300).shaped(whole.withLink(new Link(200))), 1);
        var round = scene.waits(onLink("a", 200), onLink("b", 200), onLink("c", 200), onLink("d", 401))
                .round();
        assertThat(round.placed())
                .extracting(placed -> placed.placement().pool().value())
                .containsExactly("fast", "dear");
        assertThat(round.waiting().getFirst().remedies())
                .containsExactly(new Remedy.AskForSlowerLink(new Link(100), new PoolId("slow")));
        assertThat(round.refused().getFirst().refusal())
                .isEqualTo(new Refusal.LinkTooFast(new Link(401), new PoolId("dear"), new Link(400)));
    }

    @Test
    void nearnessToDataComesBeforeThePrice() {
        var near = Wishes.anywhere().nearDataAt(new ProviderId("of-dear"));
        var scene = new Scene().pool(poolOf("cheap", "l40", 8, 300), 1).pool(poolOf("dear", "l40", 8, 900), 1);
        var round = scene.waits(job("a", 8).withWishes(near), job("b", 8).withWishes(near))
                .round();
        assertThat(round.placed())
                .extracting(placed -> placed.placement().pool().value())
                .containsExactly("dear", "cheap");
    }

    @Property(tries = 400)
    void sharesNeverOverlapAndNoQuotaIsOverdrawn(@ForAll long seed) {
        var snapshot = RandomSnapshot.shaped(seed);
        var round = Round.of(snapshot);
        var load = new HashMap<NodeId, Integer>();
        snapshot.running().forEach(job -> count(load, job.placement().slices()));
        round.placed().forEach(placed -> count(load, placed.placement().slices()));
        snapshot.fleet()
                .nodes()
                .forEach(node -> assertThat(load.getOrDefault(node.id(), 0))
                        .isLessThanOrEqualTo(pool(snapshot, node.pool()).piecesPerNode()));
        for (var placed : round.placed()) {
            var wanted = placed.job().wishes().shape();
            var pool = pool(snapshot, placed.placement().pool());
            assertThat(wanted.share().isWhole()).isEqualTo(pool.share().isWhole());
            assertThat(pool.share().amount())
                    .isGreaterThanOrEqualTo(wanted.share().amount());
            assertThat(pool.shape().perGpu().covers(wanted.perGpu())).isTrue();
            assertThat(placed.placement().share()).isEqualTo(pool.share());
        }
        assertThat(overdrawn(snapshot, round)).isEmpty();
    }

    /// Tenants whose jobs that started within quota hold more than it together with what it covered before.
    private static HashSet<TenantId> overdrawn(Snapshot snapshot, RoundResult round) {
        var borrowers = new Borrowers(snapshot);
        var held = new HashMap<TenantId, GpuAmount>();
        var kept = new HashMap<TenantId, GpuAmount>();
        snapshot.running().forEach(job -> {
            var amount = job.placement().amount();
            held.merge(job.tenant(), borrowers.isBorrowed(job) ? GpuAmount.ZERO : amount, GpuAmount::plus);
            kept.merge(job.tenant(), job.yielding().isPresent() ? GpuAmount.ZERO : amount, GpuAmount::plus);
        });
        var overdrawn = new HashSet<TenantId>();
        for (var placed : round.placed()) {
            var book = placed.job().interruptible() ? held : kept;
            var tenant = placed.job().tenant();
            if (!placed.borrows()
                    && book.merge(tenant, placed.placement().amount(), GpuAmount::plus)
                                    .compareTo(snapshot.quotas().amountOf(tenant))
                            > 0) {
                overdrawn.add(tenant);
            }
        }
        return overdrawn;
    }

    private static Pool pool(Snapshot snapshot, PoolId id) {
        return snapshot.fleet().pools().stream()
                .filter(pool -> pool.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void count(HashMap<NodeId, Integer> load, List<io.atrium.engine.scheduler.model.Slice> slices) {
        slices.forEach(slice -> load.merge(slice.node(), slice.gpus(), Integer::sum));
    }
}
