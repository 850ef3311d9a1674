// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.together;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds what a firm best takes together, and tells why the rest brings less (优惠组合).
///
/// Claims that nothing binds to each other are decided apart. Of those that are bound every choice without a conflict
/// is
/// paid in stacking order and the largest sum wins; of equal sums the one with fewer policies, then the first by name.
/// The order in which claims are given changes nothing.
public final class Combine {

    /// Above this many bound claims the number of choices would be felt; the largest are weighed, the rest is cut.
    public static final int BOUND_MAX = 16;

    private record Choice(Set<Claim> claims, long sumFen, String names) {}

    private static final Comparator<Choice> BETTER = Comparator.comparingLong(Choice::sumFen)
            .thenComparing(choice -> -choice.claims().size())
            .thenComparing(Choice::names, Comparator.reverseOrder());

    private final Rules rules;

    private Combine(Rules rules) {
        this.rules = rules;
    }

    public static Combination best(Situation situation) {
        var combine = new Combine(new Rules(situation));
        var chosen = new HashSet<Claim>();
        combine.bundles().forEach(bundle -> chosen.addAll(combine.choose(bundle)));
        return combine.explain(chosen);
    }

    /// Claims that can still bring something, in bundles that are bound to each other.
    private List<List<Claim>> bundles() {
        var open = new LinkedHashSet<>(
                rules.claims().stream().filter(rules::isAsked).toList());
        var bundles = new ArrayList<List<Claim>>();
        while (!open.isEmpty()) {
            var bundle = new ArrayList<Claim>();
            bundle.add(open.removeFirst());
            for (int i = 0; i < bundle.size(); i++) {
                var one = bundle.get(i);
                var bound =
                        open.stream().filter(other -> rules.isBound(one, other)).toList();
                bundle.addAll(bound);
                bound.forEach(open::remove);
            }
            bundles.add(bundle);
        }
        return bundles;
    }

    private Set<Claim> choose(List<Claim> bundle) {
        var weighed = bundle.stream()
                .sorted(Comparator.comparingLong(Claim::openFen).reversed().thenComparing(Claim::policy))
                .limit(BOUND_MAX)
                .toList();
        var best = new Choice(Set.of(), 0, "");
        for (int set = 1; set < 1 << weighed.size(); set++) {
            var claims = subset(weighed, set);
            if (isFree(claims)) {
                var choice = choice(claims);
                best = BETTER.compare(choice, best) > 0 ? choice : best;
            }
        }
        return best.claims();
    }

    private static List<Claim> subset(List<Claim> weighed, int set) {
        var claims = new ArrayList<Claim>();
        for (int i = 0; i < weighed.size(); i++) {
            if ((set >> i & 1) == 1) {
                claims.add(weighed.get(i));
            }
        }
        return claims;
    }

    private boolean isFree(List<Claim> claims) {
        for (int i = 1; i < claims.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (rules.conflict(claims.get(i), claims.get(j)).isPresent()) {
                    return false;
                }
            }
        }
        return true;
    }

    private Choice choice(List<Claim> claims) {
        var lines = new Allocation(rules, Set.copyOf(claims)).lines();
        var sum = lines.stream().mapToLong(Combination.Line::fen).sum();
        var names = claims.stream().map(Claim::policy).sorted().toList().toString();
        return new Choice(Set.copyOf(claims), sum, names);
    }

    private Combination explain(Set<Claim> chosen) {
        var allocation = new Allocation(rules, chosen);
        var lines = new ArrayList<>(allocation.lines());
        rules.claims().stream()
                .filter(claim -> !chosen.contains(claim))
                .map(claim -> left(claim, chosen, allocation))
                .forEach(lines::add);
        var order = rules.claims().stream().map(Claim::policy).toList();
        lines.sort(Comparator.comparingInt(line -> order.indexOf(line.policy())));
        return new Combination(lines);
    }

    private Combination.Line left(Claim claim, Set<Claim> chosen, Allocation allocation) {
        var cuts = new ArrayList<Cut>();
        var had = Math.min(claim.fen(), claim.hadFen());
        if (had > 0) {
            cuts.add(new Cut(Cut.Kind.HAD, null, null, null, had));
        }
        var open = claim.openFen();
        if (open > 0) {
            cuts.add(notBoth(claim, chosen, open)
                    .or(() -> allocation.outdone(claim, open))
                    .or(() -> allocation.exhausted(claim, open))
                    .orElseGet(() -> new Cut(Cut.Kind.NOT_CHOSEN, null, null, null, open)));
        }
        return new Combination.Line(claim.policy(), claim.fen(), 0, cuts, false, Allocation.isRanked(claim));
    }

    private Optional<Cut> notBoth(Claim claim, Set<Claim> chosen, long fen) {
        return rules.blocker(claim)
                .or(() -> rules.claims().stream()
                        .filter(chosen::contains)
                        .filter(other -> rules.conflict(claim, other).isPresent())
                        .findFirst())
                .flatMap(other -> rules.conflict(claim, other)
                        .map(rule ->
                                new Cut(Cut.Kind.NOT_BOTH, rule.rulePolicy(), rule.clause(), other.policy(), fen)));
    }
}
