// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.column.snapshot.Bits;
import io.atrium.engine.decision.column.snapshot.Rows;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.policy.AmountRule;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One policy while a recount runs (单项测算): mirrors `CompiledPolicy.decide`, batch by batch.
final class PolicyRun {

    private final ColumnPolicy policy;
    private final List<TruthDecision> fresh;
    private final Map<String, TruthBits> truths = new HashMap<>();
    private final ConditionTree tree;
    private final OutcomeBits outcomes;
    private final long[][] fen;
    private final @Nullable PolicyResult since;

    /// @param fresh the conditions that nobody has worked out yet
    PolicyRun(ColumnPolicy policy, List<TruthDecision> fresh, Map<String, TruthBits> bits, @Nullable Sweep since) {
        this.policy = policy;
        this.fresh = List.copyOf(fresh);
        policy.truths()
                .forEach((decision, truth) -> truths.put(decision, Objects.requireNonNull(bits.get(truth.key()))));
        var source = policy.policy().policy();
        this.tree = new ConditionTree(source.conditions());
        int rows = policy.snapshot().rows();
        this.outcomes = new OutcomeBits(rows);
        this.fen = new long[Math.ceilDiv(rows, Rows.MAX)][];
        this.since = since == null ? null : since.sameAmounts(policy);
    }

    PolicyResult result(Tally tally) {
        return new PolicyResult(policy, outcomes, fen, truths, tally);
    }

    void decide(Rows rows, Scratch scratch, Tally tally) {
        scratch.batch().turnTo(rows);
        for (var truth : fresh) {
            truth.fill(scratch.batch(), scratch, Objects.requireNonNull(truths.get(truth.decision())));
        }
        int words = Bits.words(rows.count());
        var levels = tree.levels(truths, rows.base() >> 6, words, scratch, null);
        for (int word = 0; word < words; word++) {
            long valid = word == words - 1 && (rows.count() & 63) != 0 ? -1L >>> -rows.count() : -1L;
            settle(levels, word, valid, rows.base() >> 6);
        }
        pay(rows, scratch, tally);
        outcomes.count(rows.base() >> 6, words, tally);
    }

    /// The outcome of 64 firms, as far as it does not hang on the amount.
    private void settle(Levels levels, int word, long firms, int first) {
        int at = first + word;
        if (policy.isUnseen()) {
            outcomes.put(Outcome.UNKNOWN, at, firms);
            return;
        }
        long valid = firms & policy.inForce(at);
        outcomes.put(Outcome.NOT_IN_FORCE, at, firms & ~valid);
        long hope = levels.open[word] & levels.applies[word] & valid;
        outcomes.put(Outcome.NOT_YET, at, valid & ~hope);
        long fair = hope & levels.fair[word];
        outcomes.put(Outcome.UNKNOWN, at, hope & ~fair);
        long met = fair & levels.met[word];
        switch (policy.policy().policy().amount().kind()) {
            case NOT_PUBLISHED -> outcomes.put(Outcome.REVIEW, at, fair);
            case NONE -> {
                outcomes.put(Outcome.ENTITLED, at, met);
                outcomes.put(Outcome.REVIEW, at, fair & ~met);
            }
            case CEILING -> outcomes.put(Outcome.CEILING, at, fair);
            case EXACT -> {
                outcomes.put(Outcome.ENTITLED, at, met);
                outcomes.put(Outcome.CEILING, at, fair & ~met);
            }
        }
    }

    private void pay(Rows rows, Scratch scratch, Tally tally) {
        int count = outcomes.pick(rows, scratch.picks());
        var amounts = scratch.fen();
        if (hasMoney()) {
            amounts(rows, scratch, count, amounts);
            count = outcomes.forgetWithout(amounts, scratch.picks(), count);
            fen[rows.base() / Rows.MAX] = Arrays.copyOf(amounts, count);
        } else {
            Arrays.fill(amounts, 0, count, 0L);
        }
        outcomes.grant(rows, amounts, tally);
    }

    private boolean hasMoney() {
        var kind = policy.policy().policy().amount().kind();
        return kind == AmountRule.Kind.EXACT || kind == AmountRule.Kind.CEILING;
    }

    private void amounts(Rows rows, Scratch scratch, int count, long[] amounts) {
        var amount = policy.amount();
        if (amount == null) {
            AmountDecision.none(count, amounts);
        } else if (since != null) {
            AmountReuse.fill(since, amount, rows, scratch, count);
        } else {
            scratch.batch().turnTo(new Rows(rows.base(), count, scratch.picks()));
            amount.fill(scratch.batch(), scratch, amounts);
        }
    }
}
