// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.atrium.engine.decision.policy.Exclusion;
import io.atrium.engine.decision.policy.Together;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ENT-8")
class CombineTest {

    private static final Claim DISTRICT = plain("district", 18_000_000);
    private static final Claim CITY = plain("city", 30_000_000);
    private static final Claim CORPUS = plain("corpus", 5_000_000);

    @Test
    void withoutARuleEverythingIsTaken() {
        var together = best(DISTRICT, CITY, CORPUS);

        assertThat(together.paying()).containsExactlyInAnyOrder("district", "city", "corpus");
        assertThat(together.sumFen()).isEqualTo(53_000_000);
    }

    @Test
    void ofTwoThatExcludeEachOtherTheLargerIsTakenWithTheRest() {
        var together = best(excluding(DISTRICT, "city"), CITY, CORPUS);

        assertThat(together.paying()).containsExactlyInAnyOrder("city", "corpus");
        assertThat(together.find("district").orElseThrow().cuts())
                .containsExactly(new Cut(Cut.Kind.NOT_BOTH, "district", "5", "city", 18_000_000));
    }

    @Test
    void twoSmallOnesMayBeatALargeOneThatExcludesBoth() {
        var together = best(excluding(CITY, "district", "small"), DISTRICT, plain("small", 16_000_000));

        assertThat(together.paying()).containsExactlyInAnyOrder("district", "small");
    }

    @Test
    void whatWasHadThisYearKeepsAwayWhatCannotStandBesideIt() {
        var had = new Claim("district", 18_000_000, 1, Together.NOTHING, List.of(new Exclusion("city", "5")));

        var together = best(had, CITY);

        assertThat(together.sumFen()).isEqualTo(17_999_999);
        assertThat(together.find("city").orElseThrow().cuts())
                .extracting(Cut::kind, Cut::against, Cut::fen)
                .containsExactly(tuple(Cut.Kind.NOT_BOTH, "district", 30_000_000L));
    }

    @Test
    @Tag("ENT-7")
    void usedAndRemainingSumToTheAmount() {
        for (long used : new long[] {0, 1, 18_000_000, 18_000_001}) {
            var line = best(new Claim("p", 18_000_000, used, Together.NOTHING, List.of()))
                    .find("p")
                    .orElseThrow();
            assertThat(line.fen()).isEqualTo(Math.max(0, 18_000_000 - used));
        }
    }

    @Test
    void ofAGroupTheHigherCountsAndBringsTheDifferenceToWhatTheLowerPaid() {
        var half = bound("half", 50_000, 30_000, grouped());
        var more = bound("more", 60_000, 0, grouped());

        var together = best(half, more);

        assertThat(together.find("more").orElseThrow().fen()).isEqualTo(30_000);
        assertThat(together.find("half").orElseThrow().cuts())
                .extracting(Cut::kind, Cut::fen)
                .containsExactly(tuple(Cut.Kind.HAD, 30_000L), tuple(Cut.Kind.TAKE_HIGHER, 20_000L));
    }

    @Test
    void aSharedCapIsFilledInStackingOrder() {
        var second = bound("second", 80_000, 0, capped(2, 100_000));
        var first = bound("first", 70_000, 0, capped(1, 100_000));

        var together = best(second, first);

        assertThat(together.lines())
                .extracting(Combination.Line::policy, Combination.Line::fen)
                .containsExactly(tuple("first", 70_000L), tuple("second", 30_000L));
        assertThat(together.find("second").orElseThrow().cuts())
                .containsExactly(new Cut(Cut.Kind.YEARLY_CAP, "second", "cap-clause", null, 50_000));
    }

    @Test
    void aPoolPaysWhatIsLeftAndByReviewNothingIsSure() {
        var first = bound("first", 70_000, 0, pooled(Together.Pool.Order.FIRST_COME));
        var ranked = bound("ranked", 70_000, 0, pooled(Together.Pool.Order.REVIEW));

        var come = Combine.best(new Situation(List.of(first), Map.of("pool", 50_000L)));
        var review = Combine.best(new Situation(List.of(ranked), Map.of("pool", 50_000L)));

        assertThat(come.lines())
                .extracting(Combination.Line::fen, Combination.Line::isRanked)
                .containsExactly(tuple(50_000L, false));
        assertThat(review.lines())
                .extracting(Combination.Line::fen, Combination.Line::isRanked)
                .containsExactly(tuple(50_000L, true));
    }

    @Test
    void moreBoundClaimsThanTheLimitAreCutToTheLargest() {
        var many = IntStream.rangeClosed(1, Combine.BOUND_MAX + 4)
                .mapToObj(i -> bound("p" + i, i, 0, capped(Together.LAST, 1_000_000)))
                .toList();

        var together = Combine.best(new Situation(many, Map.of()));

        assertThat(together.paying()).hasSize(Combine.BOUND_MAX).contains("p20").doesNotContain("p4");
        assertThat(together.find("p4").orElseThrow().cuts())
                .extracting(Cut::kind)
                .containsExactly(Cut.Kind.NOT_CHOSEN);
    }

    private static Combination best(Claim... claims) {
        return Combine.best(new Situation(List.of(claims), Map.of()));
    }

    private static Claim plain(String policy, long fen) {
        return new Claim(policy, fen, 0, Together.NOTHING, List.of());
    }

    private static Claim bound(String policy, long fen, long had, Together rules) {
        return new Claim(policy, fen, had, rules, List.of());
    }

    private static Claim excluding(Claim claim, String... others) {
        var excludes =
                List.of(others).stream().map(other -> new Exclusion(other, "5")).toList();
        return new Claim(claim.policy(), claim.fen(), claim.hadFen(), claim.rules(), excludes);
    }

    private static Together grouped() {
        return new Together(Together.LAST, List.of(new Together.Group("group", "higher")), List.of(), null);
    }

    private static Together capped(int order, long fen) {
        return new Together(order, List.of(), List.of(new Together.Cap("year", fen, "cap-clause")), null);
    }

    private static Together pooled(Together.Pool.Order order) {
        return new Together(
                Together.LAST, List.of(), List.of(), new Together.Pool("pool", 1_000_000, order, "pool-clause"));
    }
}
