// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.together;

import io.atrium.engine.decision.policy.Exclusion;
import io.atrium.engine.decision.policy.Together;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The rules between the claims of one situation, looked up both ways.
final class Rules {

    /// The stacking order; what states none comes last, the larger first.
    static final Comparator<Claim> ORDER = Comparator.comparingInt(
                    (Claim claim) -> claim.rules().order())
            .thenComparing(Claim::fen, Comparator.reverseOrder())
            .thenComparing(Claim::policy);

    private final List<Claim> claims;
    private final Map<String, Long> poolsFen;

    Rules(Situation situation) {
        this.claims = situation.claims().stream().sorted(ORDER).toList();
        this.poolsFen = situation.poolsFen();
    }

    /// In stacking order.
    List<Claim> claims() {
        return claims;
    }

    /// The clause that keeps two apart, whichever of them says so.
    record Conflict(String rulePolicy, String clause) {}

    Optional<Conflict> conflict(Claim one, Claim other) {
        return stated(one, other).or(() -> stated(other, one));
    }

    private static Optional<Conflict> stated(Claim by, Claim against) {
        return by.excludes().stream()
                .filter(exclusion -> exclusion.policy().equals(against.policy()))
                .map(Exclusion::clause)
                .findFirst()
                .map(clause -> new Conflict(by.policy(), clause));
    }

    /// Something that was had this year and keeps this claim away, unless it was had itself.
    Optional<Claim> blocker(Claim claim) {
        return claim.hadFen() > 0
                ? Optional.empty()
                : claims.stream()
                        .filter(other -> other.hadFen() > 0)
                        .filter(other -> conflict(claim, other).isPresent())
                        .findFirst();
    }

    boolean isAsked(Claim claim) {
        return claim.openFen() > 0 && blocker(claim).isEmpty();
    }

    Optional<Together.Group> sharedGroup(Claim one, Claim other) {
        return one.rules().takeHigher().stream()
                .filter(group -> isIn(other, group.name()))
                .findFirst();
    }

    static boolean isIn(Claim claim, String group) {
        return claim.rules().takeHigher().stream().anyMatch(own -> own.name().equals(group));
    }

    /// Whether a choice between the two, or an allocation between them, has to be made.
    boolean isBound(Claim one, Claim other) {
        return conflict(one, other).isPresent()
                || sharedGroup(one, other).isPresent()
                || limits(one).anyMatch(name -> limits(other).anyMatch(name::equals));
    }

    private static Stream<String> limits(Claim claim) {
        var caps = claim.rules().caps().stream().map(cap -> "cap " + cap.name());
        return Stream.concat(caps, claim.rules().paidFrom().stream().map(pool -> "pool " + pool.name()));
    }

    private long left(Together.Pool pool) {
        return Math.max(0, Math.min(poolsFen.getOrDefault(pool.name(), pool.fen()), pool.fen()));
    }

    /// What is left under each cap and in each pool before anything is allocated; of several statements the least.
    Map<String, Long> roomFen() {
        var room = new HashMap<String, Long>();
        for (var claim : claims) {
            claim.rules().caps().forEach(cap -> room.merge("cap " + cap.name(), cap.fen(), Math::min));
            claim.rules().paidFrom().ifPresent(pool -> room.merge("pool " + pool.name(), left(pool), Math::min));
        }
        for (var claim : claims) {
            claim.rules()
                    .caps()
                    .forEach(cap -> room.computeIfPresent(
                            "cap " + cap.name(), (_, left) -> Math.max(0, left - claim.hadFen())));
        }
        return room;
    }
}
