// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.RoundResult.Placed;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Reason;
import io.atrium.engine.scheduler.model.Shares;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.model.Turn;
import io.atrium.engine.scheduler.rule.ServeCloseDateFirst;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// What dates may do, and what they may not.
class DatesPropertyTest {
    @Test
    void theSnapshotsReachWhatIsProved() {
        var snapshots = LongStream.range(0, 300).mapToObj(RandomSnapshot::dated).toList();
        assertThat(snapshots.stream()
                        .filter(one -> !names(one).equals(names(withoutDates(one))))
                        .count())
                .isGreaterThan(60);
        assertThat(snapshots.stream()
                        .filter(one -> !placed(one).equals(placed(withoutDates(one))))
                        .count())
                .isGreaterThan(20);
    }

    /// The whole of what dates do: the round is that of tenants who handed in their jobs in another order.
    @Property(tries = 400)
    void aRoundWithDatesIsThatOfJobsHandedInInAnotherOrder(@ForAll long seed) {
        var snapshot = RandomSnapshot.dated(seed);
        var dated = Round.of(snapshot);
        var other = Round.of(inAnotherOrder(snapshot));
        var names = names(snapshot);
        assertThat(dated.placed())
                .extracting(placed -> names.get(placed.job().id()), Placed::placement, Placed::borrows)
                .isEqualTo(other.placed().stream()
                        .map(placed -> org.assertj.core.api.Assertions.tuple(
                                placed.job().id(), placed.placement(), placed.borrows()))
                        .toList());
        assertThat(dated.waiting())
                .extracting(
                        waiting -> names.get(waiting.job().id()),
                        RoundResult.Waiting::start,
                        RoundResult.Waiting::standing,
                        RoundResult.Waiting::remedies)
                .isEqualTo(other.waiting().stream()
                        .map(waiting -> org.assertj.core.api.Assertions.tuple(
                                waiting.job().id(), waiting.start(), waiting.standing(), waiting.remedies()))
                        .toList());
        assertThat(dated.takenOff()).hasSameSizeAs(other.takenOff());
    }

    /// Without shares the queue alone says whose turn it is, and dates leave every tenant's places where they are.
    @Property(tries = 400)
    void theOrderOfTenantsIsTheSameWithAndWithoutDates(@ForAll long seed) {
        var snapshot = RandomSnapshot.dated(seed).withShares(Shares.none());
        assertThat(tenantsInTurn(snapshot)).isEqualTo(tenantsInTurn(withoutDates(snapshot)));
    }

    /// With shares too, if the jobs of a tenant are alike, so that it makes no difference which of them is served.
    @Property(tries = 400)
    void otherTenantsSeeNoDifferenceWhereAFirmsJobsAreAlike(@ForAll long seed) {
        var snapshot = alike(RandomSnapshot.dated(seed));
        var plain = withoutDates(snapshot);
        assertThat(tenantsInTurn(snapshot)).isEqualTo(tenantsInTurn(plain));
        var nobody = new TenantId("t0");
        var others = plain.waiting().stream()
                .map(job -> snapshot.waiting().stream()
                        .filter(one -> one.id().equals(job.id()) && one.tenant().equals(nobody))
                        .findFirst()
                        .orElse(job))
                .toList();
        var datesOfOne = plain.withWaiting(others);
        assertThat(outcomes(datesOfOne, nobody)).isEqualTo(outcomes(plain, nobody));
    }

    @Property(tries = 200)
    void datesFarAwayOrPastChangeNothing(@ForAll long seed) {
        var snapshot = RandomSnapshot.dated(seed);
        var far = snapshot.withWaiting(snapshot.waiting().stream()
                .map(job -> ServeCloseDateFirst.RULE.isClose(job, snapshot.at())
                        ? job.neededBy(job.neededBy().orElseThrow().plus(Duration.ofDays(9)))
                        : job)
                .toList());
        assertThat(placed(far)).isEqualTo(placed(withoutDates(snapshot)));
    }

    private static Map<JobId, Object> outcomes(Snapshot snapshot, TenantId butFor) {
        var result = Round.of(snapshot);
        var outcomes = new HashMap<JobId, Object>();
        result.placed().stream()
                .filter(placed -> !placed.job().tenant().equals(butFor))
                .forEach(placed -> outcomes.put(placed.job().id(), placed));
        result.waiting().stream()
                .filter(waiting -> !waiting.job().tenant().equals(butFor))
                .forEach(waiting -> outcomes.put(
                        waiting.job().id(),
                        List.of(
                                waiting.position(),
                                waiting.reasons().stream().map(Reason::code).toList(),
                                waiting.remedies(),
                                waiting.start(),
                                waiting.standing())));
        return outcomes;
    }

    private static List<TenantId> tenantsInTurn(Snapshot snapshot) {
        var served = new ArrayList<TenantId>();
        var pool = snapshot.fleet().pools().getFirst();
        var standings = new Standings(snapshot);
        new Turns(snapshot.waiting(), standings, new Places(snapshot)).forEach(job -> {
            served.add(job.tenant());
            standings.claim(job, pool);
        });
        return served;
    }

    private static List<String> placed(Snapshot snapshot) {
        return Round.of(snapshot).placed().stream()
                .map(placed -> placed.job().id() + " " + placed.placement())
                .toList();
    }

    private static Snapshot withoutDates(Snapshot snapshot) {
        return snapshot.withWaiting(
                snapshot.waiting().stream().map(job -> handedInAs(job, job)).toList());
    }

    /// Every tenant's jobs ask for the same; their projects, priorities and submissions stay.
    private static Snapshot alike(Snapshot snapshot) {
        var models = snapshot.waiting().stream().collect(toMap(Job::tenant, job -> job, (first, _) -> first));
        return snapshot.withWaiting(snapshot.waiting().stream()
                .map(job -> {
                    var model = Objects.requireNonNull(models.get(job.tenant()));
                    var same = new Job(
                            job.id(),
                            job.tenant(),
                            model.gpus(),
                            model.timeLimit(),
                            job.turn(),
                            model.wishes(),
                            model.interruptible());
                    return job.latestStart()
                            .map(start -> same.neededBy(start.plus(model.timeLimit())))
                            .orElse(same);
                })
                .toList());
    }

    private static Job handedInAs(Job job, Job place) {
        var turn = new Turn(
                job.turn().priority(), place.turn().submittedAt(), job.turn().project());
        return new Job(place.id(), job.tenant(), job.gpus(), job.timeLimit(), turn, job.wishes(), job.interruptible());
    }

    /// The same jobs without dates, under the names and with the submissions of the places that they take.
    private static Snapshot inAnotherOrder(Snapshot snapshot) {
        var names = names(snapshot);
        var byId = snapshot.waiting().stream().collect(toMap(Job::id, job -> job));
        return snapshot.withWaiting(snapshot.waiting().stream()
                .map(job -> handedInAs(job, Objects.requireNonNull(byId.get(names.get(job.id())))))
                .toList());
    }

    /// By a count of its own: of siblings, those within a day of their latest start come first, least slack first.
    private static Map<JobId, JobId> names(Snapshot snapshot) {
        var names = new HashMap<JobId, JobId>();
        snapshot.waiting().stream()
                .collect(groupingBy(job ->
                        List.of(job.tenant(), job.turn().project(), job.turn().priority())))
                .values()
                .forEach(siblings -> {
                    var places = siblings.stream()
                            .sorted(comparing((Job job) -> job.turn().submittedAt())
                                    .thenComparing(Job::id))
                            .toList();
                    var takers = Stream.concat(
                                    places.stream()
                                            .filter(job -> slack(job, snapshot).isPresent())
                                            .sorted(comparing(
                                                    job -> slack(job, snapshot).orElseThrow())),
                                    places.stream()
                                            .filter(job -> slack(job, snapshot).isEmpty()))
                            .toList();
                    for (var number = 0; number < places.size(); number++) {
                        names.put(takers.get(number).id(), places.get(number).id());
                    }
                });
        return names;
    }

    private static Optional<Duration> slack(Job job, Snapshot snapshot) {
        return job.neededBy()
                .map(date -> Duration.between(snapshot.at().plus(job.timeLimit()), date))
                .filter(slack -> !slack.isNegative() && slack.compareTo(Duration.ofDays(1)) <= 0);
    }
}
