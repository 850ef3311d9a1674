// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static io.atrium.jooq.Sequences.START_ESTIMATE_KNOWN_ORDER;
import static io.atrium.jooq.Tables.JOB;
import static io.atrium.jooq.Tables.START_ESTIMATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.compute.store.JobStore;
import io.atrium.compute.store.QueueStore;
import io.atrium.engine.scheduler.Round;
import io.atrium.engine.scheduler.model.StartEnds;
import io.atrium.engine.scheduler.model.StartExperience;
import io.atrium.jooq.tables.records.StartEstimateRecord;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What waiting jobs are told, what is kept of it, and what is learned; on a pool of one node that a job occupies.
@AtriumTest
class StartEstimatesTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String PAST = "job_past";

    @Autowired
    Yard yard;

    @Autowired
    House house;

    @Autowired
    Jobs jobs;

    @Autowired
    QueueStore queue;

    @Autowired
    BusinessClock clock;

    @Autowired
    DSLContext database;

    private Resident firm;
    private RegisterPool pool;
    private JobId occupying;

    @BeforeEach
    void aBusyNode() {
        firm = house.firmOwner();
        pool = yard.pool(1);
        occupying = yard.submit(firm, Yard.command(pool, 8, "sleep", "600"));
        yard.step();
    }

    @AfterEach
    void stopAndForgetAll() {
        database.deleteFrom(START_ESTIMATE)
                .where(START_ESTIMATE.JOB_ID.startsWith(PAST))
                .execute();
        database.update(JOB)
                .setNull(JOB.ENGINE)
                .where(JOB.FIRM_ID.eq(firm.organisation().value()), JOB.STATE.eq(JobState.QUEUED.name()))
                .execute();
        jobs.list(new Scope.Own(firm.organisation()), JobFilter.ALL, 0, 10).stream()
                .filter(job -> job.state().isStoppable())
                .forEach(job -> jobs.stop(firm.actor(), new StopJob(Yard.key(), job.id(), "end of the test")));
    }

    private JobId waitingJob() {
        var job = yard.submit(firm, Yard.command(pool, 8, "true"));
        yard.step();
        return job;
    }

    private StartEstimateRecord kept(JobId job) {
        return database.fetchSingle(START_ESTIMATE, START_ESTIMATE.JOB_ID.eq(job.value()));
    }

    private StartExperience.Book book() {
        var books = queue.snapshot(clock.instant()).experience().books();
        return Objects.requireNonNull(books.get(StartExperience.USUAL));
    }

    @Test
    void whatAJobIsToldFirstIsKeptAndItsStartIsWrittenWhereItIsPlaced() {
        var job = waitingJob();
        var told = kept(job);
        assertThat(told.getOutcome()).isEqualTo("WAITING");
        assertThat(told.getBook()).isEqualTo("usual");
        assertThat(told.getPlannedLatest()).isAfterOrEqualTo(told.getPlannedEarliest());
        yard.step();
        assertThat(kept(job)).isEqualTo(told);

        jobs.stop(firm.actor(), new StopJob(Yard.key(), occupying, "room"));
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            yard.step();
            return yard.job(job).state() != JobState.QUEUED;
        });
        var started = kept(job);
        assertThat(started.getOutcome()).isEqualTo("STARTED");
        assertThat(started.getKnownAt())
                .isEqualTo(database.fetchSingle(JOB, JOB.ID.eq(job.value())).getPlacedAt());
        assertThat(started.getWaited()).isNotNegative();
        assertThat(book().waits().getLast().job().value()).isEqualTo(job.value());
    }

    @Test
    void aJobThatIsStoppedWhileItWaitsCountsForNothing() {
        var job = waitingJob();
        jobs.stop(firm.actor(), new StopJob(Yard.key(), job, "changed my mind"));
        assertThat(kept(job).getOutcome()).isEqualTo("STOPPED");
        assertThat(kept(job).getKnownAt()).isNull();
        yard.step();
        assertThat(kept(job).getOutcome()).isEqualTo("STOPPED");
    }

    @Test
    void whatIsReadBackIsWhatTheRoundAdded() {
        past("usual", 60, HOUR);
        waitingJob();
        var before = queue.snapshot(clock.instant());
        var added = before.experience().after(Round.of(before).news());
        yard.step();
        var after = queue.snapshot(clock.instant()).experience();
        assertThat(after.told().keySet()).isEqualTo(added.told().keySet());
        assertThat(after.books().get(StartExperience.USUAL))
                .isEqualTo(added.books().get(StartExperience.USUAL));
    }

    @Test
    @Tag("CMP-5")
    void enoughExperienceTellsAnIntervalWithItsRecordInAllPlaces() {
        past("usual", 200, HOUR);
        var job = waitingJob();
        assertThat(kept(job).getLikelyLatest()).isNotNull();
        var browser = house.browser(firm);
        assertThat(browser.get("/jobs/" + job).text()).contains("80% 的可能", "最近 200 次这样的预计中，有 150 次按预计开始（75%）");
        assertThat(browser.in("en").get("/jobs/" + job).text())
                .contains("80% likely between", "of the last 200 such estimates 150 held (75%)");
        var api = house.api(firm);
        var start = api.get("/api/v1/jobs/" + job + "/explain").body().path("start");
        assertThat(start.path("likely").path("percent").asInt()).isEqualTo(80);
        assertThat(start.path("likely").path("recent").asInt()).isEqualTo(200);
        assertThat(start.path("likely").path("held").asInt()).isEqualTo(150);
        var before = jobs.estimate(firm.actor(), Yard.command(pool, 8, "true")).start();
        assertThat(before.likely()).isNotNull();
        assertThat(before.latest()).isAfter(before.earliest());
        // Its latest start lies within the plan's ten minutes, but after nearly all of such jobs have started.
        var date = clock.instant().plus(Duration.ofMinutes(18));
        assertThat(jobs.estimate(firm.actor(), Yard.command(pool, 8, "true").neededBy(date))
                        .start()
                        .inTime())
                .isEqualTo(InTime.LIKELY);
    }

    @Test
    void simulatedJobsAndRealOnesLearnApart() {
        past("simulated", 200, HOUR);
        database.deleteFrom(START_ESTIMATE)
                .where(START_ESTIMATE.BOOK.eq("usual"))
                .execute();
        var real = waitingJob();
        assertThat(kept(real).getLikelyLatest()).isNull();
        assertThat(jobs.explain(new Scope.All(), real).orElseThrow().likely()).isNull();
        var simulated = yard.submit(firm, Yard.command(pool, 8, "true"));
        database.update(JOB)
                .set(JOB.ENGINE, JobView.SIMULATED)
                .where(JOB.ID.eq(simulated.value()))
                .execute();
        yard.step();
        assertThat(kept(simulated).getBook()).isEqualTo("simulated");
        assertThat(kept(simulated).getLikelyLatest()).isNotNull();
    }

    @Test
    void anEndThatHasGoneByIsLearnedAtOnceAndOnce() {
        past("usual", 60, HOUR);
        var job = waitingJob();
        var ends = book().ends();
        var gone = JobStore.at(clock.instant().minus(Duration.ofMinutes(1)));
        database.update(START_ESTIMATE)
                .set(START_ESTIMATE.TOLD_AT, gone.minusHours(1))
                .set(START_ESTIMATE.LIKELY_EARLIEST, gone)
                .set(START_ESTIMATE.LIKELY_MIDDLE, gone)
                .set(START_ESTIMATE.LIKELY_LATEST, gone)
                .where(START_ESTIMATE.JOB_ID.eq(job.value()))
                .execute();
        yard.step();
        var late = kept(job);
        assertThat(late.getOutcome()).isEqualTo("LATE");
        assertThat(late.getAbove()).isEqualTo(ends.above() - 925);
        yard.step();
        assertThat(kept(job)).isEqualTo(late);
    }

    @Test
    void theStatusPageCountsByPoolAndNamesNobody() {
        past("usual", 12, HOUR);
        var page = house.visitor().get("/status").document();
        var row = page.select("section[aria-labelledby=starts] tr:contains(" + pool.id() + ")");
        assertThat(row.select("td").eachText()).containsExactly("12", "9", "75%");
        assertThat(page.text()).contains("首次告知的区间");
        assertThat(page.text()).doesNotContain(firm.organisation().value());
        var few = yard.pool(1);
        assertThat(house.visitor()
                        .get("/status")
                        .document()
                        .select("section[aria-labelledby=starts]")
                        .text())
                .doesNotContain(few.id());
        var counted = house.api(firm)
                .get("/api/v1/status")
                .body()
                .path("start_estimates")
                .valueStream()
                .filter(each -> each.path("pool").asString().equals(pool.id()))
                .findFirst()
                .orElseThrow();
        assertThat(counted.path("told").asInt()).isEqualTo(12);
        assertThat(counted.path("held").asInt()).isEqualTo(9);
    }

    @Test
    void theExportedStateCarriesWhatWasLearned() {
        past("usual", 60, HOUR);
        waitingJob();
        assertThat(house.api(house.operator()).get("/api/v1/scheduler-state").text())
                .contains("book,usual,", "waited,usual,", "told,");
    }

    /// So many jobs of this pool that were told half a plan to a whole one and have started: three in four within.
    private void past(String book, int count, Duration plan) {
        var template = database.fetchSingle(JOB, JOB.ID.eq(occupying.value()));
        var now = clock.instant().minus(Duration.ofMinutes(1));
        for (var number = 0; number < count; number++) {
            var job = template.copy();
            job.setId(PAST + UUID.randomUUID().toString().replace("-", ""));
            job.setState(JobState.CANCELLED.name());
            job.attach(database.configuration());
            job.insert();
            insert(book, job.getId(), now, plan, number);
        }
    }

    private void insert(String book, String job, Instant now, Duration plan, int number) {
        var part = number % 4 == 0 ? 30 : 60;
        var told = now.minus(plan.multipliedBy(part).dividedBy(100));
        var ends = new StartEnds(10_000, 10_000);
        database.insertInto(START_ESTIMATE)
                .set(START_ESTIMATE.JOB_ID, job)
                .set(START_ESTIMATE.BOOK, book)
                .set(START_ESTIMATE.KIND, 300)
                .set(START_ESTIMATE.TOLD_AT, JobStore.at(told))
                .set(START_ESTIMATE.PLANNED_EARLIEST, JobStore.at(told))
                .set(START_ESTIMATE.PLANNED_LATEST, JobStore.at(told.plus(plan)))
                .set(START_ESTIMATE.LIKELY_EARLIEST, JobStore.at(told.plus(plan.dividedBy(2))))
                .set(START_ESTIMATE.LIKELY_MIDDLE, JobStore.at(told.plus(plan.dividedBy(2))))
                .set(START_ESTIMATE.LIKELY_LATEST, JobStore.at(told.plus(plan)))
                .set(START_ESTIMATE.OUTCOME, "STARTED")
                .set(START_ESTIMATE.KNOWN_AT, JobStore.at(now))
                .set(START_ESTIMATE.KNOWN_ORDER, START_ESTIMATE_KNOWN_ORDER.nextval())
                .set(START_ESTIMATE.WAITED, part * 10_000L)
                .set(START_ESTIMATE.BELOW, ends.below())
                .set(START_ESTIMATE.ABOVE, ends.above())
                .execute();
    }
}
