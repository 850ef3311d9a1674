// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.RoundResult.Placed;
import io.atrium.engine.scheduler.model.Fleet;
import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.Shares;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.reference.LinearRound;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RoundPropertyTest {
    @Property(tries = 200)
    void everyWaitingJobIsAnsweredExactlyOnceAndEveryWaitHasAReason(@ForAll long seed) {
        var snapshot = RandomSnapshot.of(seed);
        var result = Round.of(snapshot);
        var answered = Stream.of(
                        result.placed().stream().map(Placed::job),
                        result.waiting().stream().map(RoundResult.Waiting::job),
                        result.refused().stream().map(RoundResult.Refused::job))
                .flatMap(jobs -> jobs)
                .toList();
        assertThat(answered).containsExactlyInAnyOrderElementsOf(snapshot.waiting());
        assertThat(result.waiting()).allMatch(waiting -> !waiting.reasons().isEmpty());
    }

    @Property(tries = 200)
    void gangsAreWholeWithinOnePoolOnTheFewestNodes(@ForAll long seed) {
        var snapshot = RandomSnapshot.of(seed);
        for (var placed : Round.of(snapshot).placed()) {
            var placement = placed.placement();
            var pool = snapshot.fleet().pools().stream()
                    .filter(each -> each.id().equals(placement.pool()))
                    .findFirst()
                    .orElseThrow();
            assertThat(placement.gpus()).isEqualTo(placed.job().gpus());
            assertThat(placement.slices())
                    .hasSize(Math.ceilDiv(placed.job().gpus(), pool.gpusPerNode()))
                    .allMatch(slice -> node(snapshot, slice.node()).pool().equals(pool.id()))
                    .allMatch(slice -> node(snapshot, slice.node()).state() == NodeState.UP);
        }
    }

    @Property(tries = 200)
    void noNodeAndNoQuotaIsOverdrawn(@ForAll long seed) {
        var snapshot = RandomSnapshot.of(seed);
        var result = Round.of(snapshot);
        var load = new HashMap<NodeId, Integer>();
        var use = new HashMap<TenantId, Integer>();
        var covered = new HashMap<TenantId, Integer>();
        var borrowers = new Borrowers(snapshot);
        snapshot.running().forEach(job -> {
            count(load, job.placement());
            use.merge(
                    job.tenant(),
                    job.yielding().isPresent() ? 0 : job.placement().gpus(),
                    Integer::sum);
            covered.merge(
                    job.tenant(),
                    borrowers.isBorrowed(job) ? 0 : job.placement().gpus(),
                    Integer::sum);
        });
        result.placed().forEach(placed -> {
            count(load, placed.placement());
            var tenant = placed.job().tenant();
            (placed.job().interruptible() ? covered : use)
                    .merge(tenant, placed.borrows() ? 0 : placed.job().gpus(), Integer::sum);
        });
        load.forEach((node, gpus) -> assertThat(gpus).isLessThanOrEqualTo(8));
        result.placed().stream()
                .filter(placed -> !placed.borrows())
                .forEach(placed -> assertThat((placed.job().interruptible() ? covered : use)
                                .getOrDefault(placed.job().tenant(), 0))
                        .isLessThanOrEqualTo(snapshot.quotas().of(placed.job().tenant())));
    }

    @Property(tries = 400)
    void choosesWhatAPlainRoundChooses(@ForAll long seed) {
        choosesWhatAPlainRoundChooses(RandomSnapshot.of(seed));
    }

    @Property(tries = 400)
    void choosesWhatAPlainRoundChoosesWherePlacesAreLentAndGivenBack(@ForAll long seed) {
        choosesWhatAPlainRoundChooses(RandomSnapshot.crowded(seed));
    }

    @Property(tries = 400)
    void choosesWhatAPlainRoundChoosesWhereJobsHaveDates(@ForAll long seed) {
        choosesWhatAPlainRoundChooses(RandomSnapshot.dated(seed));
    }

    @Property(tries = 600)
    void choosesWhatAPlainRoundChoosesWhereGpusAreSoldInShares(@ForAll long seed) {
        choosesWhatAPlainRoundChooses(RandomSnapshot.shaped(seed));
    }

    private static void choosesWhatAPlainRoundChooses(Snapshot snapshot) {
        var result = Round.of(snapshot);
        var plain = LinearRound.of(snapshot);
        assertThat(result.placed()).isEqualTo(plain.placed());
        assertThat(result.reservations()).isEqualTo(plain.reservations());
        assertThat(result.waiting()).extracting(RoundResult.Waiting::job).isEqualTo(plain.waiting());
        assertThat(result.cleared()).isEqualTo(plain.cleared());
        assertThat(result.takenOff()).isEqualTo(plain.takenOff());
    }

    @Property(tries = 200)
    void theOrderOfTheListsDoesNotMatter(@ForAll long seed) {
        var plain = RandomSnapshot.of(seed);
        var snapshot = plain.withExperience(RandomExperience.of(seed, plain));
        var random = new Random(seed ^ 0x5eed);
        var shuffled = new Snapshot(
                snapshot.at(),
                new Fleet(
                        shuffle(snapshot.fleet().pools(), random),
                        shuffle(snapshot.fleet().nodes(), random)),
                snapshot.quotas(),
                new Shares(
                        snapshot.shares().halfLife(),
                        snapshot.shares().weights(),
                        shuffle(snapshot.shares().used(), random)),
                shuffle(snapshot.waiting(), random),
                shuffle(snapshot.running(), random),
                snapshot.lending(),
                snapshot.experience());
        assertThat(Round.of(shuffled)).isEqualTo(Round.of(snapshot));
    }

    private static io.atrium.engine.scheduler.model.Node node(Snapshot snapshot, NodeId id) {
        return snapshot.fleet().nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void count(HashMap<NodeId, Integer> load, Placement placement) {
        placement.slices().forEach(slice -> load.merge(slice.node(), slice.gpus(), Integer::sum));
    }

    private static <T> List<T> shuffle(Collection<T> items, Random random) {
        var list = new ArrayList<>(items);
        Collections.shuffle(list, random);
        return list;
    }
}
