// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import static io.atrium.engine.scheduler.Scene.HOUR;
import static io.atrium.engine.scheduler.Scene.TEN;
import static io.atrium.engine.scheduler.Scene.placement;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.Scene;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.InTime;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.LikelyStart;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.Reason;
import io.atrium.engine.scheduler.model.Remedy;
import io.atrium.engine.scheduler.model.Reservation;
import io.atrium.engine.scheduler.model.Standing;
import io.atrium.engine.scheduler.model.StartEstimate;
import io.atrium.engine.scheduler.model.StartEstimate.Why;
import io.atrium.engine.scheduler.model.StartRange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReasonAndRemedyRulesTest {
    private static final PoolId A = new PoolId("a");
    private static final Reservation HELD =
            new Reservation(new JobId("head"), placement("a", "a-1", 8), TEN.plus(HOUR));

    /// The pool: 8 free in all, the largest piece 4 (8 with the nodes in maintenance).
    private static final PoolView SCATTERED = view(8, 4, 4, 8, Optional.empty());

    /// 8 free in one piece, none of it outside the reservation.
    private static final PoolView RESERVED = view(8, 8, 0, 8, Optional.of(HELD));

    /// Nothing free.
    private static final PoolView FULL = view(0, 0, 0, 0, Optional.empty());

    private static PoolView view(int free, int open, int spared, int healthy, Optional<Reservation> reservation) {
        return new PoolView(Scene.poolOf("a", "h100", 8, 900), free, open, spared, healthy, 8, reservation);
    }

    private static Situation situation(PoolView allowed) {
        return situation(allowed, 100, 0);
    }

    private static Situation situation(PoolView allowed, int quota, int ahead) {
        var job = Scene.job("j", 8, HOUR.multipliedBy(4));
        var pools = new Situation.Pools(List.of(allowed), List.of());
        return new Situation(
                job,
                TEN,
                Scene.quota(quota, 12, 8),
                new Situation.Ahead(ahead, GpuAmount.ofGpus(ahead * 8L), false),
                Optional.empty(),
                pools);
    }

    @Test
    void sayWhenOverQuotaFires() {
        assertThat(new SayWhenOverQuota().reason(situation(FULL, 19, 0))).contains(Scene.overQuota(19, 12, 0, 8));
    }

    @Test
    void sayWhenOverQuotaIsSilentWithinTheQuota() {
        assertThat(new SayWhenOverQuota().reason(situation(FULL, 20, 0))).isEmpty();
    }

    @Test
    void sayWhenFreeButScatteredFires() {
        assertThat(new SayWhenFreeButScattered().reason(situation(SCATTERED)))
                .contains(new Reason.FreeButScattered(A, 8, 4));
    }

    @Test
    void sayWhenFreeButScatteredIsSilentIfTheShapeIsFreeOrTheCountIsNot() {
        assertThat(new SayWhenFreeButScattered().reason(situation(RESERVED))).isEmpty();
        assertThat(new SayWhenFreeButScattered().reason(situation(FULL))).isEmpty();
    }

    @Test
    void sayWhenHeldForEarlierJobFires() {
        assertThat(new SayWhenHeldForEarlierJob().reason(situation(RESERVED)))
                .contains(new Reason.HeldForEarlierJob(new JobId("head"), A, TEN.plus(HOUR)));
    }

    @Test
    void sayWhenHeldForEarlierJobIsSilentWithoutAReservation() {
        assertThat(new SayWhenHeldForEarlierJob().reason(situation(SCATTERED))).isEmpty();
    }

    private static Situation standing(int share, int claimed, boolean overtaken) {
        var standing = new Standing(share, 100, claimed, Duration.ofDays(7));
        return new Situation(
                Scene.job("j", 8),
                TEN,
                Scene.quota(100, 0, 8),
                new Situation.Ahead(1, GpuAmount.ofGpus(8), overtaken),
                Optional.of(standing),
                new Situation.Pools(List.of(FULL), List.of()));
    }

    @Test
    void sayWhenAboveShareFires() {
        assertThat(new SayWhenAboveShare().reason(standing(310, 790, true)))
                .contains(new Reason.AboveShare(new Standing(310, 100, 790, Duration.ofDays(7))));
    }

    @Test
    void sayWhenAboveShareIsSilentIfNobodyWentFirstOrNothingIsAbove() {
        assertThat(new SayWhenAboveShare().reason(standing(310, 790, false))).isEmpty();
        assertThat(new SayWhenAboveShare().reason(standing(310, 310, true))).isEmpty();
        assertThat(new SayWhenAboveShare().reason(situation(FULL, 100, 3))).isEmpty();
    }

    @Test
    void sayWhenBehindEarlierJobsFires() {
        assertThat(new SayWhenBehindEarlierJobs().reason(situation(FULL, 100, 3)))
                .contains(new Reason.BehindEarlierJobs(3, GpuAmount.ofGpus(24)));
    }

    @Test
    void sayWhenBehindEarlierJobsIsSilentForTheHead() {
        assertThat(new SayWhenBehindEarlierJobs().reason(situation(FULL))).isEmpty();
    }

    @Test
    void sayWhenNodesAreUnavailableFires() {
        assertThat(new SayWhenNodesAreUnavailable().reason(situation(SCATTERED)))
                .contains(new Reason.NodesUnavailable(A, GpuAmount.ofGpus(8)));
    }

    @Test
    void sayWhenNodesAreUnavailableIsSilentIfTheyWouldNotHelp() {
        assertThat(new SayWhenNodesAreUnavailable().reason(situation(FULL))).isEmpty();
        assertThat(new SayWhenNodesAreUnavailable().reason(situation(RESERVED))).isEmpty();
    }

    @Test
    void sayWhenNotEnoughIsFreeFires() {
        assertThat(new SayWhenNotEnoughIsFree().reason(situation(FULL))).contains(Scene.notEnoughFree(8, 0));
    }

    @Test
    void sayWhenNotEnoughIsFreeIsSilentIfTheCountIsFree() {
        assertThat(new SayWhenNotEnoughIsFree().reason(situation(SCATTERED))).isEmpty();
    }

    /// Its limit is four hours.
    private static Situation dated(Duration left, StartEstimate start) {
        var plain = situation(FULL);
        var job = plain.job().neededBy(TEN.plus(left));
        return new Situation(job, TEN, plain.quota(), plain.ahead(), plain.standing(), plain.pools())
                .whichStarts(start);
    }

    private static StartEstimate between(int from, int to) {
        return new StartEstimate.Between(TEN.plus(HOUR.multipliedBy(from)), TEN.plus(HOUR.multipliedBy(to)));
    }

    private static StartEstimate likely(int from, int to) {
        var range = new StartRange(TEN.plus(HOUR.multipliedBy(from)), TEN.plus(HOUR.multipliedBy(to)));
        return new StartEstimate.Likely(new LikelyStart(range.earliest(), range));
    }

    @Test
    void sayWhenTooLateForItsDateFires() {
        var rule = new SayWhenTooLateForItsDate();
        var four = Duration.ofHours(4);
        assertThat(rule.reason(dated(Duration.ofHours(6), between(3, 9))))
                .contains(new Reason.TooLateForItsDate(
                        TEN.plus(Duration.ofHours(6)), four, TEN.plus(HOUR.multipliedBy(3))));
        assertThat(rule.reason(dated(Duration.ofHours(6), likely(5, 9))))
                .contains(new Reason.TooLateForItsDate(
                        TEN.plus(Duration.ofHours(6)), four, TEN.plus(HOUR.multipliedBy(5))));
        assertThat(rule.reason(dated(Duration.ofHours(3), new StartEstimate.Unknown(Why.BEYOND_HORIZON))))
                .contains(new Reason.TooLateForItsDate(TEN.plus(Duration.ofHours(3)), four, TEN));
    }

    @Test
    void sayWhenTooLateForItsDateIsSilentWhileItMayBeDoneOrThereIsNoDate() {
        var rule = new SayWhenTooLateForItsDate();
        assertThat(rule.reason(dated(Duration.ofHours(6), between(2, 9)))).isEmpty();
        assertThat(rule.reason(dated(Duration.ofHours(6), likely(0, 1)))).isEmpty();
        assertThat(rule.reason(dated(Duration.ofHours(6), new StartEstimate.Unknown(Why.BEYOND_HORIZON))))
                .isEmpty();
        assertThat(rule.reason(situation(FULL))).isEmpty();
    }

    @Test
    void aRangeSaysWhetherADateIsKeptCertainlyPerhapsOrNot() {
        var latestStart = TEN.plus(HOUR.multipliedBy(2));
        assertThat(InTime.of(between(0, 2), latestStart, TEN)).isEqualTo(InTime.LIKELY);
        assertThat(InTime.of(between(2, 3), latestStart, TEN)).isEqualTo(InTime.UNCERTAIN);
        assertThat(InTime.of(likely(3, 4), latestStart, TEN)).isEqualTo(InTime.UNLIKELY);
        assertThat(InTime.of(between(0, 0), latestStart, latestStart.plusMillis(1)))
                .isEqualTo(InTime.UNLIKELY);
    }

    @Test
    void offerMoreQuotaFires() {
        assertThat(new OfferMoreQuota().remedy(situation(FULL, 16, 0))).contains(new Remedy.FreeOrRaiseQuota(4));
    }

    @Test
    void offerMoreQuotaIsSilentWithinTheQuota() {
        assertThat(new OfferMoreQuota().remedy(situation(FULL))).isEmpty();
    }

    @Test
    void offerShorterLimitFires() {
        assertThat(new OfferShorterLimit().remedy(situation(RESERVED)))
                .contains(new Remedy.ShortenTimeLimit(Duration.ofHours(1)));
    }

    @Test
    void offerShorterLimitIsSilentWithoutAReservationOrOverQuota() {
        assertThat(new OfferShorterLimit().remedy(situation(SCATTERED))).isEmpty();
        assertThat(new OfferShorterLimit().remedy(situation(RESERVED, 16, 0))).isEmpty();
    }

    @Test
    void offerFewerGpusFires() {
        assertThat(new OfferFewerGpus().remedy(situation(SCATTERED))).contains(new Remedy.AskForFewerGpus(4));
        assertThat(new OfferFewerGpus().remedy(situation(SCATTERED, 15, 0))).contains(new Remedy.AskForFewerGpus(3));
    }

    @Test
    void offerFewerGpusIsSilentIfNothingIsFree() {
        assertThat(new OfferFewerGpus().remedy(situation(FULL))).isEmpty();
    }

    @Test
    void offerAnotherPoolFires() {
        var other = new PoolView(Scene.poolOf("b", "l40", 8, 300), 8, 8, 8, 8, 0, Optional.empty());
        var dearer = new PoolView(Scene.poolOf("c", "l40", 8, 400), 8, 8, 8, 8, 0, Optional.empty());
        var pools = new Situation.Pools(List.of(FULL), List.of(dearer, other));
        var situation = new Situation(
                Scene.job("j", 8),
                TEN,
                Scene.quota(100, 0, 8),
                new Situation.Ahead(0, GpuAmount.ofGpus(0), false),
                Optional.empty(),
                pools);
        assertThat(new OfferAnotherPool().remedy(situation)).contains(new Remedy.AllowPool(new PoolId("b"), 300));
    }

    @Test
    void offerAnotherPoolIsSilentIfNoOtherPoolHasRoom() {
        var pools = new Situation.Pools(List.of(), List.of(FULL));
        var situation = new Situation(
                Scene.job("j", 8),
                TEN,
                Scene.quota(100, 0, 8),
                new Situation.Ahead(0, GpuAmount.ofGpus(0), false),
                Optional.empty(),
                pools);
        assertThat(new OfferAnotherPool().remedy(situation)).isEmpty();
    }
}
