// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.column.snapshot.Bits;
import io.atrium.engine.decision.column.snapshot.Rows;
import io.atrium.engine.decision.decide.ConditionStatus;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.policy.Condition;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.OptionalLong;

/// What one policy came to for every firm (政策测算结果).
public final class PolicyResult {

    /// The firms of one group that get something, and how much together.
    public record Group(long firms, long fen) {}

    private final ColumnPolicy policy;
    private final OutcomeBits outcomes;
    private final long[][] fen;
    private final Map<String, TruthBits> truths;
    private final Tally tally;

    PolicyResult(ColumnPolicy policy, OutcomeBits outcomes, long[][] fen, Map<String, TruthBits> truths, Tally tally) {
        this.policy = policy;
        this.outcomes = outcomes;
        this.fen = fen;
        this.truths = truths;
        this.tally = tally;
    }

    public String id() {
        return policy.policy().policy().header().id();
    }

    public ColumnPolicy policy() {
        return policy;
    }

    /// How many firms have this outcome.
    public long count(Outcome outcome) {
        return tally.count(outcome);
    }

    /// What the firms of this outcome get together.
    public long fen(Outcome outcome) {
        return tally.fen(outcome);
    }

    /// What all firms get together, exact amounts and ceilings.
    public long budgetFen() {
        return tally.fen(Outcome.ENTITLED) + tally.fen(Outcome.CEILING);
    }

    /// By key, then by text, who gets something; firms whose text is not known stand under the empty text.
    public Map<String, Map<String, Group>> groups() {
        return tally.groups();
    }

    public Outcome outcomeAt(int row) {
        return Objects.requireNonNull(outcomes.at(row), "a row beyond the snapshot");
    }

    /// The bitmap of one outcome; not to be changed.
    public long[] firms(Outcome outcome) {
        return outcomes.of(outcome);
    }

    /// What a firm gets, where the outcome is an exact amount or a ceiling in money.
    public OptionalLong amountFenAt(int row) {
        var batch = fen[row / Rows.MAX];
        if (batch == null || !isPaid(row)) {
            return OptionalLong.empty();
        }
        int place = 0;
        for (int word = row / Rows.MAX * (Rows.MAX >> 6); word < row >> 6; word++) {
            place += Long.bitCount(paid(word));
        }
        long before = (1L << row) - 1;
        return OptionalLong.of(batch[place + Long.bitCount(paid(row >> 6) & before)]);
    }

    /// The status of one condition for a firm.
    public ConditionStatus statusAt(String condition, int row) {
        var levels = new Levels(1);
        ConditionTree.leaf(leaf(condition), truths, row >> 6, 1, levels);
        return levels.statusAt(row & 63);
    }

    /// The firms that fail by this one condition alone (仅差一项): with it met they would not be told "not yet".
    public long[] nearMisses(String condition) {
        leaf(condition);
        var found = new long[Bits.words(outcomes.rows())];
        var scratch = new Scratch();
        var notYet = outcomes.of(Outcome.NOT_YET);
        var tree = new ConditionTree(policy.policy().policy().conditions());
        int step = Rows.MAX >> 6;
        for (int first = 0; first < found.length; first += step) {
            int words = Math.min(step, found.length - first);
            var levels = tree.levels(truths, first, words, scratch, condition);
            for (int word = 0; word < words; word++) {
                found[first + word] = notYet[first + word] & levels.fair[word] & levels.applies[word];
            }
        }
        return found;
    }

    private Condition.Leaf leaf(String condition) {
        return policy.policy()
                .policy()
                .conditions()
                .leaves()
                .filter(leaf -> leaf.id().equals(condition))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no condition " + condition));
    }

    /// The amounts of one batch, in the order of the firms that get one.
    long[] fenOf(int batch) {
        return fen[batch];
    }

    boolean hasAmounts() {
        return fen.length > 0 && fen[0] != null;
    }

    private boolean isPaid(int row) {
        return (paid(row >> 6) >>> row & 1) != 0;
    }

    private long paid(int word) {
        return outcomes.of(Outcome.ENTITLED)[word] | outcomes.of(Outcome.CEILING)[word];
    }

    /// Takes over the amounts of some firms of a batch.
    ///
    /// @param out filled in the order of the picks
    /// @param newcomers the firms that had no amount here
    /// @return how many newcomers there are
    int amountsOf(Rows rows, int[] picks, int count, long[] out, int[] newcomers) {
        var batch = Objects.requireNonNull(fen[rows.base() / Rows.MAX], "no amounts kept");
        int fresh = 0;
        int place = 0;
        int next = rows.base();
        for (int i = 0; i < count; i++) {
            place += paidBetween(next, picks[i]);
            next = picks[i];
            if (isPaid(picks[i])) {
                out[i] = batch[place];
            } else {
                newcomers[fresh++] = picks[i];
            }
        }
        return fresh;
    }

    private int paidBetween(int from, int to) {
        int first = from >> 6;
        int last = to >> 6;
        long belowTo = (1L << to) - 1;
        long fromOn = -1L << from;
        if (first == last) {
            return Long.bitCount(paid(first) & fromOn & belowTo);
        }
        int paid = Long.bitCount(paid(first) & fromOn) + Long.bitCount(paid(last) & belowTo);
        for (int word = first + 1; word < last; word++) {
            paid += Long.bitCount(paid(word));
        }
        return paid;
    }
}
