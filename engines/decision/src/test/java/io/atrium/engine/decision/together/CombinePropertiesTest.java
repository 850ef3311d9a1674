// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.together;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.policy.Exclusion;
import io.atrium.engine.decision.policy.Together;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What must hold for whatever policies a firm has, and that the best combination is found: by comparison with a search
/// over all of them that shares no code with the engine.
class CombinePropertiesTest {

    private static final int POLICIES_MAX = 7;
    private static final int FEN_MAX = 200;

    @Property(tries = 400)
    void noCapNoPoolAndNoClaimIsEverExceeded(@ForAll long seed) {
        var situation = situation(new Random(seed));

        var together = Combine.best(situation);

        for (var name : List.of("a", "b")) {
            var byCap = situation.claims().stream()
                    .filter(claim -> claim.rules().caps().stream()
                            .anyMatch(cap -> cap.name().equals(name)))
                    .toList();
            if (!byCap.isEmpty()) {
                var had = byCap.stream().mapToLong(Claim::hadFen).sum();
                var paid =
                        byCap.stream().mapToLong(claim -> fen(together, claim)).sum();
                assertThat(paid).isLessThanOrEqualTo(Math.max(0, cap(situation, name) - had));
            }
            assertThat(situation.claims().stream()
                            .filter(claim -> claim.rules()
                                    .paidFrom()
                                    .filter(pool -> pool.name().equals(name))
                                    .isPresent())
                            .mapToLong(claim -> fen(together, claim))
                            .sum())
                    .isLessThanOrEqualTo(situation.poolsFen().getOrDefault(name, Long.MAX_VALUE));
        }
        for (var claim : situation.claims()) {
            assertThat(fen(together, claim) + claim.hadFen())
                    .isLessThanOrEqualTo(Math.max(claim.fen(), claim.hadFen()));
        }
    }

    @Property(tries = 400)
    void theOrderInWhichClaimsAreGivenChangesNothing(@ForAll long seed) {
        var random = new Random(seed);
        var situation = situation(random);
        var shuffled = new ArrayList<>(situation.claims());
        Collections.shuffle(shuffled, random);

        assertThat(Combine.best(new Situation(shuffled, situation.poolsFen()))).isEqualTo(Combine.best(situation));
    }

    @Property(tries = 400)
    void theBestCombinationIsFound(@ForAll long seed) {
        var situation = situation(new Random(seed));

        assertThat(Combine.best(situation).sumFen()).isEqualTo(bestOfAll(situation));
    }

    @Property(tries = 400)
    void neverBothOfTwoThatExcludeEachOther(@ForAll long seed) {
        var situation = situation(new Random(seed));
        var together = Combine.best(situation);

        for (var one : situation.claims()) {
            for (var exclusion : one.excludes()) {
                assertThat(fen(together, one) > 0 && fen(together, exclusion.policy()) > 0)
                        .as("%s and %s", one.policy(), exclusion.policy())
                        .isFalse();
            }
        }
    }

    /// Every subset, paid by a plain reading of the rules.
    private static long bestOfAll(Situation situation) {
        long best = 0;
        for (int set = 0; set < 1 << situation.claims().size(); set++) {
            best = Math.max(best, paid(situation, set));
        }
        return best;
    }

    private static long paid(Situation situation, int set) {
        var taken = new ArrayList<Claim>();
        for (int i = 0; i < situation.claims().size(); i++) {
            var claim = situation.claims().get(i);
            if ((set >> i & 1) == 1) {
                if (isBlocked(situation, claim)) {
                    return 0;
                }
                taken.add(claim);
            }
        }
        for (var one : taken) {
            for (var other : taken) {
                if (excludes(one, other)) {
                    return 0;
                }
            }
        }
        taken.sort(Comparator.comparingInt((Claim claim) -> claim.rules().order())
                .thenComparing(claim -> -claim.fen())
                .thenComparing(Claim::policy));
        var room = new HashMap<String, Long>();
        long sum = 0;
        for (var claim : taken) {
            sum += pay(situation, taken, claim, room);
        }
        return sum;
    }

    private static long pay(Situation situation, List<Claim> taken, Claim claim, Map<String, Long> room) {
        long fen = Math.max(0, claim.fen() - claim.hadFen());
        for (var group : claim.rules().takeHigher()) {
            for (var other : situation.claims()) {
                var isMate = !other.equals(claim)
                        && other.rules().takeHigher().stream()
                                .anyMatch(own -> own.name().equals(group.name()));
                if (isMate) {
                    var isHigher = other.fen() > claim.fen()
                            || (other.fen() == claim.fen()
                                    && (other.rules().order() < claim.rules().order()
                                            || (other.rules().order()
                                                            == claim.rules().order()
                                                    && other.policy().compareTo(claim.policy()) < 0)));
                    fen = taken.contains(other) && isHigher ? 0 : Math.max(0, fen - other.hadFen());
                }
            }
        }
        for (var cap : claim.rules().caps()) {
            var had = situation.claims().stream()
                    .filter(other -> other.rules().caps().stream()
                            .anyMatch(own -> own.name().equals(cap.name())))
                    .mapToLong(Claim::hadFen)
                    .sum();
            fen = Math.min(
                    fen, room.computeIfAbsent("cap" + cap.name(), _ -> Math.max(0, cap(situation, cap.name()) - had)));
        }
        if (claim.rules().pool() instanceof Together.Pool pool) {
            fen = Math.min(
                    fen,
                    room.computeIfAbsent(
                            "pool" + pool.name(), _ -> situation.poolsFen().get(pool.name())));
            room.merge("pool" + pool.name(), -fen, Long::sum);
        }
        for (var cap : claim.rules().caps()) {
            room.merge("cap" + cap.name(), -fen, Long::sum);
        }
        return fen;
    }

    private static boolean isBlocked(Situation situation, Claim claim) {
        return claim.hadFen() == 0
                && situation.claims().stream()
                        .anyMatch(other -> other.hadFen() > 0 && (excludes(claim, other) || excludes(other, claim)));
    }

    private static boolean excludes(Claim one, Claim other) {
        return one.excludes().stream().anyMatch(exclusion -> exclusion.policy().equals(other.policy()));
    }

    private static long cap(Situation situation, String name) {
        return situation.claims().stream()
                .flatMap(claim -> claim.rules().caps().stream())
                .filter(cap -> cap.name().equals(name))
                .mapToLong(Together.Cap::fen)
                .min()
                .orElse(0);
    }

    private static long fen(Combination together, Claim claim) {
        return fen(together, claim.policy());
    }

    private static long fen(Combination together, String policy) {
        return together.find(policy).map(Combination.Line::fen).orElse(0L);
    }

    private static Situation situation(Random random) {
        var claims = new ArrayList<Claim>();
        int count = 1 + random.nextInt(POLICIES_MAX);
        for (int i = 0; i < count; i++) {
            claims.add(claim(random, i, count));
        }
        return new Situation(
                claims, Map.of("a", (long) random.nextInt(2 * FEN_MAX), "b", (long) random.nextInt(2 * FEN_MAX)));
    }

    private static Claim claim(Random random, int number, int count) {
        var excludes = new ArrayList<Exclusion>();
        for (int other = 0; other < count; other++) {
            if (other != number && random.nextInt(6) == 0) {
                excludes.add(new Exclusion("p" + other, "no"));
            }
        }
        var groups = random.nextInt(3) == 0 ? List.of(new Together.Group("g", "higher")) : List.<Together.Group>of();
        var caps = new ArrayList<Together.Cap>();
        for (var name : List.of("a", "b")) {
            if (random.nextInt(3) == 0) {
                caps.add(new Together.Cap(name, random.nextInt(2 * FEN_MAX), "cap"));
            }
        }
        var pool = random.nextInt(3) == 0
                ? new Together.Pool(random.nextBoolean() ? "a" : "b", 10_000, Together.Pool.Order.FIRST_COME, "pool")
                : null;
        var order = random.nextBoolean() ? Together.LAST : 1 + random.nextInt(3);
        var had = random.nextInt(4) == 0 ? random.nextInt(FEN_MAX) : 0;
        return new Claim("p" + number, random.nextInt(FEN_MAX), had, new Together(order, groups, caps, pool), excludes);
    }
}
