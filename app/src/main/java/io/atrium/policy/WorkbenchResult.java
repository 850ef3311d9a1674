// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.column.Difference;
import io.atrium.engine.decision.column.PolicyResult;
import io.atrium.engine.decision.column.Sweep;
import io.atrium.engine.decision.column.snapshot.Bits;
import io.atrium.engine.decision.column.snapshot.TextColumn;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.policy.Condition;
import io.atrium.engine.decision.policy.PolicyHeader;
import io.atrium.kernel.Fen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.stream.Stream;

/// What a supposition comes to (仿真结果): for all firms together, for groups of them, and firm by firm. Nothing is decided
/// by it and nothing is kept of it.
public final class WorkbenchResult {

    private static final Outcome[] GRANTS = {Outcome.ENTITLED, Outcome.CEILING, Outcome.REVIEW};

    private final WorkbenchBase base;
    private final OpenSnapshot snapshot;
    private final SortedMap<String, FactValue> moved;
    private final PolicyResult before;
    private final PolicyResult after;
    private final Sweep others;
    private final Difference difference;
    private final Duration took;

    /// @param others the policies in force beside this one
    WorkbenchResult(
            WorkbenchBase base,
            OpenSnapshot snapshot,
            SortedMap<String, FactValue> moved,
            Counted counted,
            Sweep others,
            Duration took) {
        this.base = base;
        this.snapshot = snapshot;
        this.moved = moved;
        this.before = counted.before();
        this.after = counted.after();
        this.difference = counted.difference();
        this.others = others;
        this.took = took;
    }

    record Counted(PolicyResult before, PolicyResult after, Difference difference) {}

    /// @param fen exact amounts and ceilings together
    public record Totals(long entitled, long ceiling, long review, long unknown, long notYet, Fen fen) {

        /// The firms that get something, or may.
        public long granted() {
            return entitled + ceiling + review;
        }
    }

    /// One group of firms.
    ///
    /// @param text empty for the firms of which it is not known
    public record Group(String text, long firms, PolicyResult.Group before, PolicyResult.Group after) {

        public long fenChange() {
            return after.fen() - before.fen();
        }
    }

    /// @param firms how many fail by this condition alone
    public record NearMiss(Condition.Leaf condition, long firms) {}

    /// Firms that get something from both policies.
    public record Overlap(PolicyId other, PolicyHeader header, Bond bond, long before, long after) {}

    /// How two policies bind each other.
    public enum Bond {
        /// One of them says that a firm cannot have both.
        EXCLUDED,
        /// Of both only the higher amount counts.
        HIGHER,
        /// They share a cap per firm or a pool.
        SHARED,
        NONE
    }

    /// What one firm gets.
    public record Answer(Outcome outcome, Fen amount) {}

    public WorkbenchBase base() {
        return base;
    }

    public OpenSnapshot snapshot() {
        return snapshot;
    }

    /// The figures that differ from what is written.
    public SortedMap<String, FactValue> moved() {
        return moved;
    }

    /// How long the server counted.
    public Duration took() {
        return took;
    }

    public Difference difference() {
        return difference;
    }

    public Totals before() {
        return totals(before);
    }

    public Totals after() {
        return totals(after);
    }

    private static Totals totals(PolicyResult result) {
        return new Totals(
                result.count(Outcome.ENTITLED),
                result.count(Outcome.CEILING),
                result.count(Outcome.REVIEW),
                result.count(Outcome.UNKNOWN),
                result.count(Outcome.NOT_YET),
                new Fen(result.budgetFen()));
    }

    public int firms() {
        return snapshot.content().facts().rows();
    }

    /// Whether the text can grant to any firm on the snapshot's day.
    public boolean isInForce() {
        return after.count(Outcome.NOT_IN_FORCE) < firms();
    }

    /// The decisions that were asked of the row path.
    public int fallbacks() {
        return after.policy().fallbacks().size();
    }

    /// The firms split by a column, the largest sum first.
    public List<Group> groups(String column) {
        var then = before.groups().getOrDefault(column, Map.of());
        var now = after.groups().getOrDefault(column, Map.of());
        var sizes = snapshot.firmsBy(column);
        var none = new PolicyResult.Group(0, 0);
        var groups = new ArrayList<Group>();
        sizes.forEach((text, firms) ->
                groups.add(new Group(text, firms, then.getOrDefault(text, none), now.getOrDefault(text, none))));
        groups.sort(Comparator.comparingLong((Group group) -> group.after().fen())
                .thenComparingLong(group -> group.after().firms())
                .reversed()
                .thenComparing(Group::text));
        return groups;
    }

    /// Each condition that facts decide, by how many firms fail by it alone.
    public List<NearMiss> nearMisses() {
        return after.policy()
                .policy()
                .policy()
                .conditions()
                .leaves()
                .filter(leaf -> leaf.decision() != null)
                .map(leaf -> new NearMiss(leaf, Bits.count(after.nearMisses(leaf.id()))))
                .toList();
    }

    /// The other policies from which some of the same firms get something, the most firms first.
    public List<Overlap> overlaps() {
        return others.results().values().stream()
                .filter(other -> !other.id().equals(after.id()))
                .map(this::overlap)
                .filter(overlap -> overlap.before() + overlap.after() > 0)
                .sorted(Comparator.comparingLong(Overlap::after)
                        .reversed()
                        .thenComparing(o -> o.other().value()))
                .toList();
    }

    private Overlap overlap(PolicyResult other) {
        var header = other.policy().policy().policy().header();
        return new Overlap(
                new PolicyId(other.id()),
                header,
                bond(after.policy().policy().policy().header(), header),
                Bits.count(both(before, other)),
                Bits.count(both(after, other)));
    }

    private static Bond bond(PolicyHeader one, PolicyHeader other) {
        boolean excludes = Stream.of(List.of(one, other), List.of(other, one))
                .anyMatch(pair -> pair.getFirst().excludes().stream()
                        .anyMatch(rule -> rule.policy().equals(pair.getLast().id())));
        if (excludes) {
            return Bond.EXCLUDED;
        }
        boolean isHigher = one.together().takeHigher().stream()
                .anyMatch(group -> other.together().takeHigher().stream()
                        .anyMatch(mate -> mate.name().equals(group.name())));
        if (isHigher) {
            return Bond.HIGHER;
        }
        boolean isShared = one.together().caps().stream()
                        .anyMatch(cap -> other.together().caps().stream()
                                .anyMatch(mate -> mate.name().equals(cap.name())))
                || one.together()
                        .paidFrom()
                        .flatMap(pool -> other.together()
                                .paidFrom()
                                .filter(mate -> mate.name().equals(pool.name())))
                        .isPresent();
        return isShared ? Bond.SHARED : Bond.NONE;
    }

    /// The rows of a list, in order.
    public int[] rows(FirmList list) {
        var bits = bits(list);
        var rows = new int[Bits.count(bits)];
        int place = 0;
        for (int word = 0; word < bits.length; word++) {
            for (long left = bits[word]; left != 0; left &= left - 1) {
                rows[place++] = (word << 6) + Long.numberOfTrailingZeros(left);
            }
        }
        return rows;
    }

    private long[] bits(FirmList list) {
        return switch (list.kind()) {
            case GRANTED -> granted(after);
            case WINNERS -> without(granted(after), granted(before));
            case LOSERS -> without(granted(before), granted(after));
            case MORE -> changed(1);
            case LESS -> changed(-1);
            case NEAR -> after.nearMisses(list.of());
            case OVERLAP -> both(after, others.result(list.of()));
            case OUTCOME -> after.firms(outcome(list.of()));
        };
    }

    private static Outcome outcome(String name) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(name));
    }

    /// Those who get something both times, and more or less than before.
    private long[] changed(int sign) {
        var found = new long[Bits.words(firms())];
        for (int row : rowsOf(both(before, after))) {
            if (Long.signum(fenAt(after, row) - fenAt(before, row)) == sign) {
                Bits.set(found, row);
            }
        }
        return found;
    }

    private static List<Integer> rowsOf(long[] bits) {
        var rows = new ArrayList<Integer>();
        for (int row = 0; row < bits.length << 6; row++) {
            if (Bits.get(bits, row)) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static long[] granted(PolicyResult result) {
        var firms = new long[result.firms(Outcome.ENTITLED).length];
        for (var outcome : GRANTS) {
            for (int word = 0; word < firms.length; word++) {
                firms[word] |= result.firms(outcome)[word];
            }
        }
        return firms;
    }

    private static long[] both(PolicyResult one, PolicyResult other) {
        var firms = granted(one);
        var mates = granted(other);
        for (int word = 0; word < firms.length; word++) {
            firms[word] &= mates[word];
        }
        return firms;
    }

    private static long[] without(long[] firms, long[] taken) {
        var left = firms.clone();
        for (int word = 0; word < left.length; word++) {
            left[word] &= ~taken[word];
        }
        return left;
    }

    private static long fenAt(PolicyResult result, int row) {
        return result.amountFenAt(row).orElse(0);
    }

    public Answer before(int row) {
        return new Answer(before.outcomeAt(row), new Fen(fenAt(before, row)));
    }

    public Answer after(int row) {
        return new Answer(after.outcomeAt(row), new Fen(fenAt(after, row)));
    }

    /// The text of a column for a firm; empty when it is not known.
    public String textAt(String column, int row) {
        return snapshot.content().facts().columns().get(column) instanceof TextColumn texts && texts.codeAt(row) > 0
                ? texts.dictionary().text(texts.codeAt(row))
                : "";
    }
}
