// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import static io.atrium.engine.scheduler.Scene.HOUR;
import static io.atrium.engine.scheduler.Scene.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.LikelyStart;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.StartEnds;
import io.atrium.engine.scheduler.model.StartEstimate;
import io.atrium.engine.scheduler.model.StartEstimate.Between;
import io.atrium.engine.scheduler.model.StartEstimate.Likely;
import io.atrium.engine.scheduler.model.StartEstimate.Unknown;
import io.atrium.engine.scheduler.model.StartExperience;
import io.atrium.engine.scheduler.model.StartExperience.Book;
import io.atrium.engine.scheduler.model.StartExperience.Wait;
import io.atrium.engine.scheduler.model.StartRange;
import io.atrium.engine.scheduler.model.ToldStart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a round tells and learns. One node of eight is busy until noon; "first" and then "second" want all of it, so
/// the plan of the second ends at 13:00, three hours from ten.
class LearnedStartsTest {
    private static final Job FIRST = Scene.job("first", 8);
    private static final Job SECOND = Scene.submittedAt(Scene.job("second", 8), TEN.plusSeconds(1));

    /// Waits of 0 to 59% of the plan; a tenth is left out at either end.
    private static final Book BOOK = new Book(
            new StartEnds(10_000, 10_000),
            IntStream.range(0, 60)
                    .mapToObj(percent -> new Wait(new JobId("w" + percent), 300, percent * 10_000L))
                    .toList());

    @Test
    void whereNothingIsKnownThePlanSpeaksAsBeforeAndWhatItSaidIsKept() {
        var result = Round.of(busy());
        assertThat(start(result, "second")).isEqualTo(new Between(at(30), at(180)));
        assertThat(result.news().lessons()).isEmpty();
        assertThat(result.news().firsts())
                .extracting(ToldStart::job, ToldStart::planned, ToldStart::likely)
                .contains(tuple(SECOND.id(), new StartRange(at(30), at(180)), Optional.empty()));
    }

    @Test
    void tellsWhatWasLearnedMeasuredByThePlan() {
        var result = Round.of(busy().withExperience(experience(Map.of())));
        // 6%, 30% and 54% of three hours
        assertThat(start(result, "second")).isEqualTo(likely(10.8, 54, 97.2));
        assertThat(result.news().firsts())
                .filteredOn(told -> told.job().equals(SECOND.id()))
                .hasSize(1);
    }

    @Test
    void theFirstJobIsNeverToldMoreThanItsReservation() {
        var long1 = new Book(BOOK.ends(), waits(150));
        var result = Round.of(
                busy().withExperience(new StartExperience(Map.of(StartExperience.USUAL, long1), Map.of(), Map.of())));
        assertThat(start(result, "first")).isEqualTo(likely(120, 120, 120));
        assertThat(start(result, "second")).isEqualTo(likely(270, 270, 270));
    }

    @Test
    void whoHasBeenToldIsToldWhatIsLeftAndIsNotCountedAgain() {
        var told = told(SECOND, TEN.minus(HOUR), Optional.of(likely(-50, 0, 40).start()));
        var result = Round.of(busy().withExperience(experience(Map.of(SECOND.id(), told))));
        // an hour of three is over: of 34% to 59% the tenths at either end are left out, from 9:00 on
        assertThat(start(result, "second")).isEqualTo(likely(4.8, 24.6, 42.6));
        assertThat(result.news().firsts()).extracting(ToldStart::job).containsExactly(FIRST.id());
        assertThat(result.news().lessons()).isEmpty();
    }

    @Test
    void whoseEndHasPassedTeachesOnceAndIsToldAnew() {
        var told =
                told(SECOND, TEN.minus(HOUR), Optional.of(likely(-50, -20, -1).start()));
        var result = Round.of(busy().withExperience(experience(Map.of(SECOND.id(), told))));
        assertThat(result.news().lessons()).singleElement().satisfies(lesson -> {
            assertThat(lesson.isStart()).isFalse();
            assertThat(lesson.ends()).isEqualTo(new StartEnds(10_000, 9_075));
        });
        assertThat(((Likely) start(result, "second")).start().range().earliest())
                .isAfterOrEqualTo(TEN);
        var again = Round.of(busy().withExperience(experience(Map.of(SECOND.id(), told.late()))));
        assertThat(again.news().lessons()).isEmpty();
    }

    @Test
    void aStartTeachesAndIsForgotten() {
        var told = told(FIRST, TEN.minus(HOUR), Optional.of(likely(-50, -20, 5).start()));
        var free = new Scene().pool("p", "h100", 8, 1).waits(FIRST).snapshot();
        var experience = experience(Map.of(FIRST.id(), told));
        var result = Round.of(free.withExperience(experience));
        assertThat(result.news().lessons()).singleElement().satisfies(lesson -> {
            assertThat(lesson.isHeld()).isTrue();
            assertThat(lesson.known()).isEqualTo(new Wait(FIRST.id(), 300, 333_333));
        });
        var after = experience.after(result.news());
        assertThat(after.told()).isEmpty();
        assertThat(after.books())
                .hasEntrySatisfying(
                        StartExperience.USUAL, book -> assertThat(book.waits()).hasSize(61));
    }

    @Test
    void whatCannotBeSaidStaysUnknownWhateverWasLearned() {
        var scene = new Scene()
                .pool("p", "h100", 8, 1)
                .state("p-1", NodeState.MAINTENANCE)
                .waits(FIRST);
        var result = Round.of(scene.snapshot().withExperience(experience(Map.of())));
        assertThat(start(result, "first")).isEqualTo(new Unknown(StartEstimate.Why.NODES_UNAVAILABLE));
        assertThat(result.news().firsts()).isEmpty();
    }

    @Test
    void farAwayByPlanAndNearByExperienceIsTold() {
        var until = TEN.plus(Duration.ofDays(40));
        var scene =
                new Scene().pool("p", "h100", 8, 1).runs("r", "p-1", 8, until).waits(FIRST);
        assertThat(start(Round.of(scene.snapshot()), "first")).isEqualTo(new Unknown(StartEstimate.Why.BEYOND_HORIZON));
        var learned = Round.of(scene.snapshot().withExperience(experience(Map.of())));
        assertThat(start(learned, "first")).isInstanceOf(Likely.class);
        var never = new Book(BOOK.ends(), waits(100));
        var result = Round.of(scene.snapshot()
                .withExperience(new StartExperience(Map.of(StartExperience.USUAL, never), Map.of(), Map.of())));
        assertThat(start(result, "first")).isEqualTo(new Unknown(StartEstimate.Why.BEYOND_HORIZON));
        assertThat(result.news().firsts())
                .singleElement()
                .satisfies(told -> assertThat(told.likely()).isEmpty());
    }

    @Test
    void booksDoNotLearnFromEachOther() {
        var apart =
                new StartExperience(Map.of(StartExperience.USUAL, BOOK), Map.of(), Map.of(SECOND.id(), "simulated"));
        var result = Round.of(busy().withExperience(apart));
        assertThat(start(result, "first")).isInstanceOf(Likely.class);
        assertThat(start(result, "second")).isInstanceOf(Between.class);
        assertThat(result.news().firsts()).extracting(ToldStart::book).containsExactly("usual", "simulated");
    }

    @Test
    void choicesDoNotDependOnExperience() {
        for (var seed = 0L; seed < 60; seed++) {
            var snapshot = RandomSnapshot.of(seed);
            var learned = snapshot.withExperience(RandomExperience.of(seed, snapshot));
            assertThat(Round.of(learned).placed()).isEqualTo(Round.of(snapshot).placed());
            assertThat(Round.of(learned).reservations())
                    .isEqualTo(Round.of(snapshot).reservations());
        }
    }

    private static Snapshot busy() {
        var scene = new Scene().pool("p", "h100", 8, 1).waits(FIRST, SECOND).snapshot();
        var running = new Running(new JobId("r"), FIRST.tenant(), Scene.placement("p", "p-1", 8), at(120));
        return new Snapshot(TEN, scene.fleet(), scene.quotas(), scene.waiting(), List.of(running));
    }

    private static StartExperience experience(Map<JobId, ToldStart> told) {
        return new StartExperience(Map.of(StartExperience.USUAL, BOOK), told, Map.of());
    }

    private static List<Wait> waits(int percent) {
        return IntStream.range(0, 60)
                .mapToObj(number -> new Wait(new JobId("w" + number), 300, percent * 10_000L))
                .toList();
    }

    /// A plan of three hours.
    private static ToldStart told(Job job, Instant at, Optional<LikelyStart> likely) {
        return new ToldStart(
                job.id(),
                StartExperience.USUAL,
                300,
                at,
                new StartRange(at, at.plus(HOUR.multipliedBy(3))),
                likely,
                false);
    }

    private static StartEstimate start(RoundResult result, String job) {
        return result.waiting().stream()
                .filter(waiting -> waiting.job().id().value().equals(job))
                .findFirst()
                .orElseThrow()
                .start();
    }

    /// In minutes after ten.
    private static Likely likely(double earliest, double middle, double latest) {
        return new Likely(new LikelyStart(at(middle), new StartRange(at(earliest), at(latest))));
    }

    private static Instant at(double minute) {
        return TEN.plusSeconds(Math.round(60 * minute));
    }
}
