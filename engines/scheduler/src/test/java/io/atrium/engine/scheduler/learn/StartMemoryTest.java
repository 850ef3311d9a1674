// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.Scene;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.LikelyStart;
import io.atrium.engine.scheduler.model.StartEnds;
import io.atrium.engine.scheduler.model.StartExperience;
import io.atrium.engine.scheduler.model.StartExperience.Book;
import io.atrium.engine.scheduler.model.StartExperience.Wait;
import io.atrium.engine.scheduler.model.StartNews;
import io.atrium.engine.scheduler.model.StartRange;
import io.atrium.engine.scheduler.model.ToldStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The plan says a thousand minutes at most.
class StartMemoryTest {
    private static final int KIND = 3;
    private static final StartEnds TENTHS = new StartEnds(10_000, 10_000);

    @Test
    void saysNothingBeforeFortyWaitsAreKnown() {
        assertThat(memory(TENTHS, waits(39)).likely(told())).isEmpty();
        assertThat(memory(TENTHS, waits(40)).likely(told())).isPresent();
    }

    @Test
    void tellsWhatEightInTenOfTheLastHaveWaited() {
        // sixty waits of 0 to 59 minutes: six below 6, six from 54 on, half below 30
        assertThat(memory(TENTHS, waits(60)).likely(told())).contains(likely(6, 30, 54));
    }

    @Test
    void learnsFromTheLastTwoHundredAlone() {
        var waits = new ArrayList<>(waits("old", 200, 600));
        waits.addAll(waits(200));
        assertThat(memory(TENTHS, waits).likely(told())).contains(likely(20, 100, 180));
    }

    @Test
    void measuresByThePlan() {
        var doubled = new ToldStart(
                new JobId("j"),
                StartExperience.USUAL,
                KIND,
                at(0),
                new StartRange(at(0), at(2_000)),
                Optional.empty(),
                false);
        assertThat(memory(TENTHS, waits(60)).likely(doubled)).contains(likely(12, 60, 108));
    }

    @Test
    void learnsFromAllWhileFewOfTheKindAreKnown() {
        var strangers = waits(60).stream()
                .map(wait -> new Wait(wait.job(), 7, wait.millionths()))
                .toList();
        assertThat(memory(TENTHS, strangers).likely(told())).contains(likely(6, 30, 54));
        var both = new ArrayList<>(waits("own", 40, 1));
        both.addAll(strangers);
        assertThat(memory(TENTHS, both).likely(told())).contains(likely(1, 1, 1));
    }

    @Test
    void whoWaitsOnIsToldWhatIsLeftToThoseWhoWaitedLonger() {
        // longer than 30 minutes waited 29: those of 31 to 59
        assertThat(memory(TENTHS, waits(60)).left(told(), at(30))).contains(likely(33, 45, 57));
        assertThat(memory(TENTHS, waits(60)).left(told(), at(49))).contains(likely(51, 55, 59));
        assertThat(memory(TENTHS, waits(60)).left(told(), at(50))).isEmpty();
    }

    @Test
    void anEndBelowNothingIsNowAndOneBeyondAllIsLaterThanAnyWait() {
        var open = new StartEnds(0, -10_000);
        assertThat(memory(open, waits(60)).likely(told())).contains(likely(0, 30, 118));
        assertThat(memory(open, waits(60))
                        .left(told(), at(30))
                        .orElseThrow()
                        .range()
                        .earliest())
                .isEqualTo(at(30));
    }

    @Test
    void aLateOneIsLearnedAtOnceAndOnceTheStartTakesItsPlace() {
        var memory = memory(TENTHS, waits(60));
        var told = told().withLikely(memory.likely(told()));
        assertThat(told.isOverdue(at(54))).isFalse();
        assertThat(told.isOverdue(at(55))).isTrue();
        var late = memory.late(told, at(55));
        assertThat(late.ends().above()).isEqualTo(10_000 - 925);
        assertThat(late.isHeld()).isFalse();
        var started = memory.started(told.late(), at(70));
        assertThat(started.ends()).isEqualTo(new StartEnds(10_075, 10_000 - 925));
        assertThat(started.isHeld()).isFalse();
        var experience = StartExperience.none().after(new StartNews(List.of(late, started), List.of()));
        assertThat(experience.books())
                .hasEntrySatisfying(
                        StartExperience.USUAL, book -> assertThat(book.waits()).containsExactly(started.known()));
    }

    @Test
    void aStartWithinIsHeld() {
        var memory = memory(TENTHS, waits(60));
        var told = told().withLikely(memory.likely(told()));
        var started = memory.started(told, at(20));
        assertThat(started.isHeld()).isTrue();
        assertThat(started.ends()).isEqualTo(new StartEnds(10_075, 10_075));
        assertThat(memory.started(told, at(2)).ends().below()).isLessThan(10_000);
    }

    private static StartMemory memory(StartEnds ends, List<Wait> waits) {
        return StartMemory.of(new Book(ends, waits));
    }

    private static List<Wait> waits(int count) {
        return IntStream.range(0, count)
                .mapToObj(minute -> new Wait(new JobId("w" + minute), KIND, minutes(minute)))
                .toList();
    }

    private static List<Wait> waits(String name, int count, int minutes) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Wait(new JobId(name + number), KIND, minutes(minutes)))
                .toList();
    }

    private static long minutes(int minutes) {
        return minutes * 1_000L;
    }

    private static ToldStart told() {
        return new ToldStart(
                new JobId("j"),
                StartExperience.USUAL,
                KIND,
                at(0),
                new StartRange(at(0), at(1_000)),
                Optional.empty(),
                false);
    }

    private static LikelyStart likely(int earliest, int middle, int latest) {
        return new LikelyStart(at(middle), new StartRange(at(earliest), at(latest)));
    }

    private static Instant at(int minute) {
        return Scene.TEN.plusSeconds(60L * minute);
    }
}
