// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.RoundResult.Placed;
import io.atrium.engine.scheduler.RoundResult.TakenOff;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Lending;
import io.atrium.engine.scheduler.model.Node;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BorrowingPropertyTest {
    @Test
    void theSnapshotsReachWhatIsProved() {
        var results = LongStream.range(0, 300)
                .mapToObj(RandomSnapshot::crowded)
                .map(Round::of)
                .toList();
        assertThat(results).filteredOn(result -> !result.takenOff().isEmpty()).hasSizeGreaterThan(20);
        assertThat(results)
                .filteredOn(
                        result -> result.takenOff().size() < result.cleared().size())
                .hasSizeGreaterThan(5);
        assertThat(results)
                .filteredOn(result -> result.placed().stream().anyMatch(Placed::borrows))
                .hasSizeGreaterThan(20);
    }

    @Property(tries = 400)
    void onlyBorrowersAreTakenOffAndOnlyOldOnesAndRarely(@ForAll long seed) {
        var snapshot = RandomSnapshot.crowded(seed);
        var taken = Round.of(snapshot).takenOff();
        assertThat(taken).hasSizeLessThanOrEqualTo(snapshot.lending().perRoundMax());
        assertThat(taken).extracting(TakenOff::job).doesNotHaveDuplicates();
        for (var off : taken) {
            var how = off.job().yielding().orElseThrow();
            assertThat(how.isLeaving()).isFalse();
            assertThat(how.since())
                    .isBeforeOrEqualTo(snapshot.at().minus(snapshot.lending().ranMin()));
            assertThat(how.takenOff()).isLessThan(snapshot.lending().perJobMax());
        }
        assertThat(taken)
                .allMatch(off -> used(snapshot, off.job().tenant())
                        > snapshot.quotas().of(off.job().tenant()));
        assertThat(taken).noneMatch(off -> isCovered(snapshot, off.job()));
    }

    /// By a count of its own: what the quota covers, taken as it is told in the reference.
    private static boolean isCovered(Snapshot snapshot, Running one) {
        var left = snapshot.quotas().of(one.tenant());
        var jobs = snapshot.running().stream()
                .filter(job -> job.tenant().equals(one.tenant()))
                .sorted((a, b) -> {
                    var first = a.yielding().map(how -> how.since()).orElse(Instant.MIN);
                    var other = b.yielding().map(how -> how.since()).orElse(Instant.MIN);
                    return first.equals(other) ? a.job().compareTo(b.job()) : first.compareTo(other);
                })
                .toList();
        for (var job : jobs) {
            var isCovered = job.yielding().isEmpty() || job.placement().gpus() <= left;
            if (job.equals(one)) {
                return isCovered;
            }
            left -= isCovered ? job.placement().gpus() : 0;
        }
        throw new IllegalStateException();
    }

    @Property(tries = 400)
    void whoeverIsTakenOffMakesAWholeGangFit(@ForAll long seed) {
        var snapshot = RandomSnapshot.crowded(seed);
        var result = Round.of(snapshot);
        var beneficiaries =
                result.cleared().stream().map(place -> place.job().id()).collect(toSet());
        assertThat(result.takenOff()).allMatch(off -> beneficiaries.contains(off.beneficiary()));
        for (var place : result.cleared()) {
            assertThat(place.placement().gpus()).isEqualTo(place.job().gpus());
            assertThat(result.waiting()).anyMatch(waiting -> waiting.job().equals(place.job()));
        }
        var gone = result.cleared().stream()
                .flatMap(place -> place.leaving().stream())
                .collect(toSet());
        var load = new HashMap<String, Integer>();
        Stream.of(
                        snapshot.running().stream()
                                .filter(job -> !gone.contains(job.job()))
                                .map(Running::placement),
                        result.placed().stream().map(Placed::placement),
                        result.cleared().stream().map(place -> place.placement()))
                .flatMap(placements -> placements)
                .flatMap(placement -> placement.slices().stream())
                .forEach(slice -> load.merge(slice.node().value(), slice.gpus(), Integer::sum));
        assertThat(load.values()).allMatch(gpus -> gpus <= 8);
    }

    /// A gang within its quota never waits if it would fit on nodes that nobody has reserved once all borrowers had
    /// left who may be told to, unless the round had told as many as it may.
    @Property(tries = 400)
    void nobodyWithinQuotaWaitsWhileBorrowersHoldAPlaceThatWouldFit(@ForAll long seed) {
        var snapshot = RandomSnapshot.crowded(seed);
        var result = Round.of(snapshot);
        var cleared = result.cleared().stream().map(place -> place.job().id()).collect(toSet());
        var last = result.waiting().stream()
                .filter(waiting -> waiting.reasons().stream()
                        .noneMatch(reason -> reason.code().equals("OVER_QUOTA")))
                .filter(waiting -> !cleared.contains(waiting.job().id()))
                .map(RoundResult.Waiting::job)
                .toList();
        for (var job : last) {
            // More than a gang's GPUs never have to leave, one each.
            if (result.takenOff().size() + job.gpus() <= snapshot.lending().perRoundMax()) {
                assertThat(snapshot.fleet().pools())
                        .filteredOn(pool -> RuleCatalogue.admits(job, pool))
                        .as(job.id() + " waits")
                        .noneMatch(pool -> fitsWhenBorrowersLeft(job, pool, snapshot, result));
            }
        }
    }

    private static boolean fitsWhenBorrowersLeft(Job job, Pool pool, Snapshot snapshot, RoundResult result) {
        var borrowers = new Borrowers(snapshot);
        var mayLeave = borrowers.mayLeave(pool.id()).stream().map(Running::job).collect(toSet());
        var free = new HashMap<String, Integer>();
        snapshot.fleet().nodes().stream()
                .filter(node -> node.pool().equals(pool.id()) && node.state() == NodeState.UP)
                .filter(node -> result.reservations().stream()
                        .flatMap(made -> made.placement().slices().stream())
                        .noneMatch(slice -> slice.node().equals(node.id())))
                .map(Node::id)
                .forEach(node -> free.put(node.value(), pool.gpusPerNode()));
        Stream.of(
                        snapshot.running().stream()
                                .filter(one -> !mayLeave.contains(one.job()))
                                .map(Running::placement),
                        result.placed().stream().map(Placed::placement),
                        result.cleared().stream().map(place -> place.placement()))
                .flatMap(placements -> placements)
                .flatMap(placement -> placement.slices().stream())
                .forEach(slice -> free.computeIfPresent(slice.node().value(), (_, gpus) -> gpus - slice.gpus()));
        return fits(job.gpus(), pool.gpusPerNode(), free);
    }

    private static boolean fits(int gpus, int perNode, Map<String, Integer> free) {
        var whole = free.values().stream().filter(left -> left == perNode).count();
        var rest = gpus % perNode;
        var partly = free.values().stream().anyMatch(left -> left < perNode && left >= rest);
        return whole > gpus / perNode || whole == gpus / perNode && (rest == 0 || partly);
    }

    @Property(tries = 400)
    void borrowersStartOnlyBeyondTheirQuotaAndOnlyWhereNobodyWaitsUnserved(@ForAll long seed) {
        var snapshot = RandomSnapshot.crowded(seed);
        var result = Round.of(snapshot);
        for (var placed : result.placed()) {
            if (placed.borrows()) {
                assertThat(placed.job().interruptible()).isTrue();
                assertThat(snapshot.lending().pools())
                        .contains(placed.placement().pool());
                assertThat(placed.placement().slices())
                        .noneMatch(slice -> result.reservations().stream()
                                .flatMap(made -> made.placement().slices().stream())
                                .anyMatch(kept -> kept.node().equals(slice.node())));
            }
        }
    }

    @Property(tries = 200)
    void withoutLendingNothingChangesForAnybody(@ForAll long seed) {
        var snapshot = RandomSnapshot.crowded(seed);
        var none = snapshot.withLending(Lending.none());
        var result = Round.of(none);
        assertThat(result.takenOff()).isEmpty();
        assertThat(result.placed()).noneMatch(Placed::borrows);
    }

    private static int used(Snapshot snapshot, TenantId tenant) {
        return snapshot.running().stream()
                .filter(job -> job.tenant().equals(tenant))
                .mapToInt(job -> job.placement().gpus())
                .sum();
    }
}
