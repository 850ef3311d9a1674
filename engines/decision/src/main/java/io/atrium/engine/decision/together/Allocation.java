// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.together;

import io.atrium.engine.decision.policy.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Pays a chosen set of claims one after another in stacking order, each as far as the rules leave room.
final class Allocation {

    private final Rules rules;
    private final Set<Claim> chosen;
    private final Map<String, Long> room;

    Allocation(Rules rules, Set<Claim> chosen) {
        this.rules = rules;
        this.chosen = chosen;
        this.room = rules.roomFen();
    }

    List<Combination.Line> lines() {
        var lines = new ArrayList<Combination.Line>();
        for (var claim : rules.claims()) {
            if (chosen.contains(claim)) {
                lines.add(new Payment(claim).line());
            }
        }
        return lines;
    }

    /// What is left after the lines were made, for telling why the rest brings nothing.
    Optional<Cut> exhausted(Claim claim, long fen) {
        for (var cap : claim.rules().caps()) {
            if (isEmpty("cap " + cap.name())) {
                return Optional.of(new Cut(Cut.Kind.YEARLY_CAP, claim.policy(), cap.clause(), null, fen));
            }
        }
        return claim.rules()
                .paidFrom()
                .filter(pool -> isEmpty("pool " + pool.name()))
                .map(pool -> new Cut(Cut.Kind.POOL, claim.policy(), pool.clause(), null, fen));
    }

    private boolean isEmpty(String limit) {
        return room.getOrDefault(limit, 0L) == 0;
    }

    /// Whether another chosen claim of the same group comes to more.
    Optional<Cut> outdone(Claim claim, long fen) {
        for (var other : chosen) {
            var group = rules.sharedGroup(claim, other);
            if (!other.equals(claim) && group.isPresent() && isHigher(other, claim)) {
                var clause = group.get().clause();
                return Optional.of(new Cut(Cut.Kind.TAKE_HIGHER, claim.policy(), clause, other.policy(), fen));
            }
        }
        return Optional.empty();
    }

    private static boolean isHigher(Claim one, Claim other) {
        return one.fen() > other.fen() || (one.fen() == other.fen() && Rules.ORDER.compare(one, other) < 0);
    }

    /// One claim on its way through the rules.
    private final class Payment {

        private final Claim claim;
        private final List<Cut> cuts = new ArrayList<>();
        private long fen;

        private Payment(Claim claim) {
            this.claim = claim;
            this.fen = claim.fen();
        }

        private Combination.Line line() {
            cut(Cut.Kind.HAD, Math.min(fen, claim.hadFen()), null, null);
            outdone(claim, fen).filter(cut -> cut.fen() > 0).ifPresent(this::take);
            claim.rules().takeHigher().forEach(this::leaveWhatTheGroupHad);
            claim.rules().caps().forEach(cap -> limit(Cut.Kind.YEARLY_CAP, "cap " + cap.name(), cap.clause()));
            claim.rules().paidFrom().ifPresent(pool -> limit(Cut.Kind.POOL, "pool " + pool.name(), pool.clause()));
            claim.rules().caps().forEach(cap -> room.merge("cap " + cap.name(), -fen, Long::sum));
            claim.rules().paidFrom().ifPresent(pool -> room.merge("pool " + pool.name(), -fen, Long::sum));
            return new Combination.Line(claim.policy(), claim.fen(), fen, cuts, true, isRanked(claim));
        }

        /// The higher one brings the difference to what the lower one has paid already.
        private void leaveWhatTheGroupHad(Together.Group group) {
            for (var other : rules.claims()) {
                if (!other.equals(claim) && other.hadFen() > 0 && Rules.isIn(other, group.name())) {
                    cut(Cut.Kind.TAKE_HIGHER, Math.min(fen, other.hadFen()), group.clause(), other.policy());
                }
            }
        }

        private void limit(Cut.Kind kind, String name, String clause) {
            cut(kind, fen - Math.min(fen, room.getOrDefault(name, fen)), clause, null);
        }

        private void cut(Cut.Kind kind, long off, @Nullable String clause, @Nullable String against) {
            if (off > 0) {
                take(new Cut(kind, clause == null ? null : claim.policy(), clause, against, off));
            }
        }

        private void take(Cut cut) {
            cuts.add(cut);
            fen -= cut.fen();
        }
    }

    static boolean isRanked(Claim claim) {
        return claim.rules()
                .paidFrom()
                .filter(pool -> pool.order() == Together.Pool.Order.REVIEW)
                .isPresent();
    }
}
