// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import static io.atrium.engine.scheduler.Scene.TEN;
import static io.atrium.engine.scheduler.Scene.job;
import static io.atrium.engine.scheduler.Scene.poolOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.engine.scheduler.Scene;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Limits;
import io.atrium.engine.scheduler.model.Link;
import io.atrium.engine.scheduler.model.PerGpu;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Refusal;
import io.atrium.engine.scheduler.model.Remedy;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.engine.scheduler.model.Wishes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The network between the nodes of a pool.
class LinkRulesTest {
    private static final Pool UNSAID = pool("unsaid", 0);
    private static final Pool SLOW = pool("slow", 100);
    private static final Pool MIDDLE = pool("middle", 200);
    private static final Pool FAST = pool("fast", 400);

    private static Pool pool(String id, int gbps) {
        return poolOf(id, "h800", 8, 1_000).shaped(shape(16, gbps));
    }

    private static Shape shape(int cpus, int gbps) {
        return new Shape(GpuShare.WHOLE, new PerGpu(cpus, 0), new Link(gbps));
    }

    private static Job wanting(int cpus, int gbps) {
        return job("j", 8).withWishes(Wishes.anywhere().shaped(shape(cpus, gbps)));
    }

    private static Situation situation(Job job, Pool full, PoolView... others) {
        return new Situation(
                job,
                TEN,
                Scene.quota(8, 0, 8),
                new Situation.Ahead(0, GpuAmount.ofGpus(0), false),
                Optional.empty(),
                new Situation.Pools(List.of(view(full, 0)), List.of(others)));
    }

    private static PoolView view(Pool pool, int free) {
        return new PoolView(pool, free, free, free, free, 0, Optional.empty());
    }

    private static Sizes none(Pool... others) {
        return new Sizes(
                List.of(), Stream.of(others).map(pool -> new PoolSize(pool, 2)).toList());
    }

    @Test
    void aLinkHasLimits() {
        assertThat(new Link(Limits.LINK_GBPS_MAX).covers(new Link(1))).isTrue();
        assertThatThrownBy(() -> new Link(-1)).hasMessageContaining("0 to 6400 Gbit/s");
        assertThatThrownBy(() -> new Link(6_401)).hasMessageContaining("0 to 6400 Gbit/s");
    }

    @Test
    void matchRequestedLinkFiresOnASlowerOneAndOnWhatIsNotSaid() {
        assertThat(MatchRequestedLink.RULE.admits(wanting(0, 101), SLOW)).isFalse();
        assertThat(MatchRequestedLink.RULE.admits(wanting(0, 1), UNSAID)).isFalse();
        assertThat(RuleCatalogue.admits(wanting(0, 101), SLOW)).isFalse();
    }

    @Test
    void matchRequestedLinkIsSilentAtWhatThePoolHasAndIfNothingIsAsked() {
        assertThat(MatchRequestedLink.RULE.admits(wanting(0, 100), SLOW)).isTrue();
        assertThat(MatchRequestedLink.RULE.admits(wanting(0, 100), FAST)).isTrue();
        assertThat(MatchRequestedLink.RULE.admits(wanting(0, 0), UNSAID)).isTrue();
    }

    @Test
    void refuseFasterLinkThanAnyPoolFiresAndNamesTheFastest() {
        assertThat(RuleCatalogue.refusal(wanting(0, 800), none(SLOW, FAST, MIDDLE)))
                .contains(new Refusal.LinkTooFast(new Link(800), FAST.id(), new Link(400)));
        assertThat(RuleCatalogue.refusal(wanting(0, 1), none(UNSAID)))
                .contains(new Refusal.LinkTooFast(new Link(1), UNSAID.id(), Link.NOTHING));
    }

    @Test
    void refuseFasterLinkThanAnyPoolCountsOnlyPoolsThatWouldDoOtherwise() {
        var rich = SLOW.shaped(shape(32, 100));
        assertThat(RuleCatalogue.refusal(wanting(32, 200), none(rich, FAST)))
                .contains(new Refusal.LinkTooFast(new Link(200), rich.id(), new Link(100)));
    }

    @Test
    void refuseFasterLinkThanAnyPoolIsSilentIfOnePoolIsAllowedOrNoneWouldDoOtherwise() {
        var allowed = new Sizes(List.of(new PoolSize(FAST, 1)), List.of(new PoolSize(SLOW, 1)));
        assertThat(new RefuseFasterLinkThanAnyPool().refusal(wanting(0, 400), allowed))
                .isEmpty();
        assertThat(new RefuseFasterLinkThanAnyPool().refusal(wanting(17, 800), none(FAST)))
                .isEmpty();
        assertThat(RuleCatalogue.refusal(wanting(17, 800), none(FAST)))
                .contains(new Refusal.TooMuchPerGpu(new PerGpu(17, 0), FAST.id(), new PerGpu(16, 0)));
    }

    @Test
    void refuseMoreThanComesWithAGpuIsSilentIfOnlyTheLinkIsTooSlow() {
        assertThat(new RefuseMoreThanComesWithAGpu().refusal(wanting(16, 800), none(FAST)))
                .isEmpty();
    }

    @Test
    void offerSlowerLinkFiresAndNamesTheFastestThatIsFree() {
        var others = situation(wanting(0, 400), FAST, view(SLOW, 8), view(MIDDLE, 8), view(UNSAID, 8));
        assertThat(new OfferSlowerLink().remedy(others))
                .contains(new Remedy.AskForSlowerLink(new Link(200), MIDDLE.id()));
        assertThat(new OfferSlowerLink().remedy(situation(wanting(0, 400), FAST, view(UNSAID, 8))))
                .contains(new Remedy.AskForSlowerLink(Link.NOTHING, UNSAID.id()));
    }

    @Test
    void offerSlowerLinkIsSilentIfNothingWasAskedOrNothingIsFreeOrTheRestDoesNotFit() {
        var remedy = new OfferSlowerLink();
        assertThat(remedy.remedy(situation(wanting(0, 0), FAST, view(SLOW, 8)))).isEmpty();
        assertThat(remedy.remedy(situation(wanting(0, 400), FAST, view(SLOW, 7))))
                .isEmpty();
        assertThat(remedy.remedy(situation(wanting(17, 400), FAST, view(SLOW, 8))))
                .isEmpty();
    }

    @Test
    void offerSlowerLinkIsSilentOnAPoolThatIsFastEnoughAndOutsideTheWishes() {
        var here = wanting(0, 200).wishes().inPools(Set.of(SLOW.id()));
        var job = wanting(0, 200).withWishes(here);
        assertThat(new OfferSlowerLink().remedy(situation(job, SLOW, view(FAST, 8))))
                .isEmpty();
    }

    @Test
    void otherRemediesKeepTheLinkThatWasAskedFor() {
        assertThat(new OfferAnotherPool().remedy(situation(wanting(0, 400), FAST, view(SLOW, 8))))
                .isEmpty();
        assertThat(new OfferLessPerGpu().remedy(situation(wanting(24, 400), FAST, view(SLOW, 8))))
                .isEmpty();
        assertThat(new OfferLessPerGpu().remedy(situation(wanting(24, 200), MIDDLE, view(FAST, 8))))
                .contains(new Remedy.AskForLessPerGpu(new PerGpu(16, 0), FAST.id()));
        var quarters = shape(0, 200).withShare(new GpuShare(4));
        var share = job("j", 1).withWishes(Wishes.anywhere().shaped(quarters));
        assertThat(new OfferLargerShare().remedy(situation(share, MIDDLE, view(SLOW, 8), view(FAST, 8))))
                .contains(new Remedy.AskForLargerShare(GpuShare.WHOLE, FAST.id()));
    }
}
