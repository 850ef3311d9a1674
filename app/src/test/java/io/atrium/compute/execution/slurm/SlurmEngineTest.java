// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.execution.Readiness;
import io.atrium.compute.execution.RunExit;
import io.atrium.compute.execution.RunId;
import io.atrium.compute.execution.RunLimits;
import io.atrium.compute.execution.RunRequest;
import io.atrium.compute.execution.RunState;
import io.atrium.compute.execution.StartOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The engine before a cluster that forgets, is silent, has a wrong clock, loses words and says them twice.
class SlurmEngineTest {

    private static final RunId RUN = new RunId("job_1");
    private static final Duration LOST_AFTER = Duration.ofHours(24);

    private Instant now = Instant.parse("2026-11-30T08:00:00Z");
    private final InMemoryClusterRuns runs = new InMemoryClusterRuns();
    private ScriptedSlurm cluster = new ScriptedSlurm(38);

    @AfterEach
    void tearDown() {
        cluster.close();
    }

    private SlurmEngine engine() {
        return engine(ScriptedSlurm.TOKEN);
    }

    private SlurmEngine engine(String token) {
        return engine(() -> token);
    }

    private SlurmEngine engine(Supplier<String> token) {
        var connection = new SlurmCluster(
                "ci", cluster.url(), "u", null, null, null, new SlurmCluster.Share(1, 1), "/work", null, false);
        return new SlurmEngine(connection, token, runs, () -> now, LOST_AFTER);
    }

    private static RunRequest request() {
        var limits = new RunLimits(Duration.ofMinutes(1), 1 << 30, Duration.ofMinutes(10), 1, 1, 1);
        return new RunRequest(RUN, List.of("true"), Map.of(), limits, List.of())
                .seated(List.of(8), RunRequest.PerGpu.NOTHING);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static StartOutcome waiting(String reason) {
        return new StartOutcome.Waiting(reason);
    }

    private RunState.Ended ended(SlurmEngine engine) {
        return (RunState.Ended) engine.poll(RUN);
    }

    @ParameterizedTest
    @ValueSource(ints = {38, 41})
    void submitsOnceAndTellsWaitingWorkingAndOver(int version) {
        cluster.close();
        cluster = new ScriptedSlurm(version);
        var engine = engine();
        assertThat(engine.start(request())).isEqualTo(waiting("SUBMITTED"));
        assertThat(engine.start(request())).isEqualTo(waiting("Resources"));
        cluster.tells(1, "RUNNING", now.getEpochSecond(), 0);
        assertThat(engine.start(request())).isEqualTo(new StartOutcome.Started());
        pass(Duration.ofSeconds(30));
        assertThat(engine.poll(RUN))
                .isInstanceOfSatisfying(
                        RunState.Running.class,
                        running -> assertThat(running.usage().elapsedMs()).isEqualTo(30_000));
        cluster.tells(
                1,
                "COMPLETED",
                now.minusSeconds(30).getEpochSecond(),
                now.plusSeconds(1).getEpochSecond());
        pass(Duration.ofSeconds(2));
        assertThat(ended(engine).exit()).isEqualTo(RunExit.SUCCEEDED);
        assertThat(ended(engine).usage().elapsedMs()).isEqualTo(31_000);
        assertThat(engine.start(request())).isEqualTo(new StartOutcome.AlreadyStarted());
        assertThat(cluster.submissions()).isEqualTo(1);
    }

    @Test
    void aSubmissionWhoseAnswerWasLostIsFoundByItsName() {
        cluster.losesAnswers(true);
        assertThat(engine().start(request())).isEqualTo(waiting("UNREACHABLE"));
        cluster.losesAnswers(false);
        pass(Duration.ofSeconds(10));
        var afterACrash = engine();
        assertThat(afterACrash.start(request())).isEqualTo(waiting("SUBMITTED"));
        assertThat(afterACrash.start(request())).isEqualTo(waiting("Resources"));
        assertThat(cluster.submissions()).isEqualTo(1);
    }

    @Test
    void aSubmissionThatNeverArrivedIsSentAgainWhenItCannotBeUnderWayAnyMore() {
        cluster.losesSubmissions(true);
        assertThat(engine().start(request())).isEqualTo(waiting("UNREACHABLE"));
        cluster.losesSubmissions(false);
        pass(Duration.ofSeconds(10));
        assertThat(engine().start(request())).isEqualTo(waiting("SUBMITTING"));
        pass(SlurmEngine.UNDER_WAY);
        assertThat(engine().start(request())).isEqualTo(waiting("SUBMITTED"));
        assertThat(cluster.submissions()).isEqualTo(1);
    }

    @Test
    void ratherNothingRunsThanAJobTwice() {
        cluster.losesAnswers(true);
        engine().start(request());
        cluster.losesAnswers(false);
        cluster.forgets(1);
        pass(SlurmEngine.REMEMBERED.plusSeconds(1));
        assertThat(engine().start(request()))
                .isEqualTo(new StartOutcome.Refused(StartOutcome.Code.SUBMISSION_LOST, Map.of()));
        assertThat(cluster.submissions()).isEqualTo(1);
    }

    @Test
    void oneThatIsStoppedBeforeItsSubmissionIsAnsweredIsFoundAndCancelled() {
        cluster.losesAnswers(true);
        engine().start(request());
        cluster.losesAnswers(false);
        pass(Duration.ofSeconds(6));
        engine().stop(RUN, "enough");
        assertThat(engine().poll(RUN)).isInstanceOf(RunState.Waiting.class);
        engine().stop(RUN, "enough");
        assertThat(cluster.state(1)).isEqualTo("CANCELLED");
        assertThat(ended(engine()).exit()).isEqualTo(RunExit.STOPPED);
        assertThat(ended(engine()).usage().elapsedMs()).isZero();
    }

    @Test
    void doublesOfOneThatIsStoppedBeforeItBeginsDoNotBeginInItsPlace() {
        var engine = engine();
        engine.start(request());
        cluster.holds(7, RUN.value());
        engine.stop(RUN, "enough");
        assertThat(cluster.state(1)).isEqualTo("CANCELLED");
        assertThat(cluster.state(7)).isEqualTo("CANCELLED");
    }

    @Test
    void oneThatIsStoppedAndNeverCameThroughEndsUnused() {
        cluster.losesSubmissions(true);
        engine().start(request());
        pass(Duration.ofSeconds(6));
        engine().stop(RUN, "enough");
        assertThat(engine().poll(RUN)).isEqualTo(new RunState.Waiting("SUBMITTING"));
        pass(SlurmEngine.UNDER_WAY);
        assertThat(ended(engine()).exit()).isEqualTo(RunExit.STOPPED);
        assertThat(ended(engine()).detail()).isEqualTo("enough");
        assertThat(ended(engine()).usage().elapsedMs()).isZero();
    }

    @Test
    void aSubmissionThatComesThroughLateIsCancelled() {
        var engine = engine();
        engine.start(request());
        cluster.holds(7, RUN.value());
        cluster.holds(8, "somebody-elses-job");
        assertThat(engine.cancelDoubles()).isEqualTo(1);
        assertThat(cluster.state(1)).isEqualTo("PENDING");
        assertThat(cluster.state(7)).isEqualTo("CANCELLED");
        assertThat(cluster.state(8)).isEqualTo("PENDING");
    }

    @Test
    void aSilentClusterChangesNothing() {
        var engine = engine();
        engine.start(request());
        cluster.tells(1, "RUNNING", now.getEpochSecond(), 0);
        engine.poll(RUN);
        pass(Duration.ofSeconds(20));
        engine.poll(RUN);
        var heard = now;
        cluster.close();
        pass(Duration.ofMinutes(5));
        assertThat(engine().poll(RUN)).isEqualTo(new RunState.OutOfSight(heard));
        pass(Duration.ofMinutes(10).plus(LOST_AFTER));
        var lost = ended(engine());
        assertThat(lost.exit()).isEqualTo(RunExit.LOST);
        assertThat(lost.usage().elapsedMs()).as("what was seen").isEqualTo(20_000);
    }

    @Test
    void aClusterThatForgotTheJobIsAskedForItsAccounting() {
        var engine = engine();
        engine.start(request());
        cluster.tells(1, "RUNNING", now.getEpochSecond(), 0);
        engine.poll(RUN);
        cluster.forgets(1);
        cluster.accounts(
                1, RUN.value(), now.getEpochSecond(), now.plusSeconds(400).getEpochSecond());
        pass(Duration.ofMinutes(30));
        assertThat(ended(engine).exit()).isEqualTo(RunExit.SUCCEEDED);
        assertThat(ended(engine).usage().elapsedMs()).isEqualTo(400_000);
    }

    @Test
    void withoutAccountingWhatWasSeenLastCounts() {
        var engine = engine();
        engine.start(request());
        cluster.tells(1, "RUNNING", now.getEpochSecond(), 0);
        engine.poll(RUN);
        pass(Duration.ofSeconds(45));
        engine.poll(RUN);
        cluster.forgets(1);
        pass(Duration.ofMinutes(30));
        assertThat(ended(engine).exit()).isEqualTo(RunExit.LOST);
        assertThat(ended(engine).usage().elapsedMs()).isEqualTo(45_000);
    }

    @Test
    void anotherJobThatGotTheSameNumberIsNotMistakenForTheRun() {
        var engine = engine();
        engine.start(request());
        cluster.holds(1, "job_of_a_rebuilt_cluster");
        cluster.tells(1, "COMPLETED", now.getEpochSecond(), now.plusSeconds(300).getEpochSecond());
        assertThat(ended(engine).exit()).isEqualTo(RunExit.LOST);
        assertThat(ended(engine).usage().elapsedMs()).isZero();
    }

    @Test
    void aClusterWithAWrongClockIsBilledLikeAnyOther() {
        var engine = engine();
        engine.start(request());
        var theirs = now.plus(Duration.ofHours(9));
        cluster.tells(1, "RUNNING", theirs.getEpochSecond(), 0);
        engine.poll(RUN);
        pass(Duration.ofSeconds(61));
        cluster.tells(
                1, "COMPLETED", theirs.getEpochSecond(), theirs.plusSeconds(60).getEpochSecond());
        assertThat(ended(engine).usage().elapsedMs()).isEqualTo(60_000);
        assertThat(ended(engine).endedAt()).isEqualTo(now);
    }

    @Test
    void aJobPastItsLimitIsStoppedAndSaysSo() {
        var engine = engine();
        engine.start(request());
        cluster.tells(1, "RUNNING", now.getEpochSecond(), 0);
        engine.poll(RUN);
        pass(Duration.ofMinutes(10).plusSeconds(1));
        engine.poll(RUN);
        assertThat(cluster.state(1)).isEqualTo("CANCELLED");
        assertThat(ended(engine).exit()).isEqualTo(RunExit.TIME_LIMIT);
    }

    @Test
    void isNotReadyWithAWrongTokenAndNeverTellsIt() {
        assertThat(engine().readiness()).isEqualTo(new Readiness.Ready());
        var readiness = engine("wrong-token").readiness();
        assertThat(readiness).isInstanceOf(Readiness.NotReady.class);
        assertThat(readiness.toString()).doesNotContain("wrong-token").contains("not accepted");
    }

    @Test
    void isNotReadyWhileItsTokenCannotBeRead() {
        var engine = engine(() -> {
            throw new UncheckedIOException(new IOException("no such file"));
        });
        assertThat(engine.readiness().toString()).contains("cannot be read");
        assertThat(engine.start(request())).isEqualTo(waiting("UNREACHABLE"));
        assertThat(engine.cancelDoubles()).isZero();
    }

    @Test
    void isNotReadyWhereNobodyAnswers() {
        cluster.close();
        assertThat(engine().readiness()).isInstanceOf(Readiness.NotReady.class);
        assertThat(engine().start(request())).isEqualTo(waiting("UNREACHABLE"));
        assertThat(runs.find(RUN).orElseThrow().submitted())
                .as("nothing was sent")
                .isNull();
    }

    @Test
    void aForgottenRunIsKnownNoMoreAndNeverStartedAgain() {
        var engine = engine();
        engine.start(request());
        assertThat(engine.forget(RUN)).as("still there").isFalse();
        cluster.tells(1, "COMPLETED", now.getEpochSecond(), now.getEpochSecond());
        engine.poll(RUN);
        assertThat(engine.forget(RUN)).isTrue();
        assertThat(engine.poll(RUN)).isEqualTo(new RunState.Unknown());
        assertThat(engine.start(request())).isEqualTo(new StartOutcome.AlreadyStarted());
        assertThat(cluster.submissions()).isEqualTo(1);
    }

    @Test
    void aClusterWithoutACommonVersionSaysSo() {
        cluster.close();
        cluster = new ScriptedSlurm(12);
        assertThat(engine().readiness().toString()).contains("v0.0.38", "v0.0.44");
    }
}
