// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import io.atrium.engine.decision.column.snapshot.Rows;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// What a decision table with fixed outputs comes to (记忆决策表): a function of the rules that match, whatever the hit
/// policy. The row path is asked once for each set of rules that occurs: ANY, PRIORITY, COLLECT, allowed values,
/// defaults.
public final class RememberedTable extends Step {

    private static final int ARRAY_RULES_MAX = 12;

    /// What the row path made of it.
    public record Answer(State state, long value) {}

    public enum State {
        KNOWN,
        NOTHING,
        FAILED,
        ASKED
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by content, below
    private record Mask(long[] words) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Mask mask && Arrays.equals(words, mask.words);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(words);
        }
    }

    private final MatchRules match;
    private final IntFunction<@Nullable Answer> rowPath;
    private final @Nullable Answer[] bySmallMask;
    private final ConcurrentHashMap<Mask, Answer> byMask = new ConcurrentHashMap<>();

    /// @param rowPath decides the table for a row of the snapshot; null where a fact behind it is missing
    public RememberedTable(int slot, Shape shape, MatchRules match, IntFunction<@Nullable Answer> rowPath) {
        super(slot, shape, true);
        this.match = match;
        this.rowPath = rowPath;
        this.bySmallMask = new Answer[match.rules() <= ARRAY_RULES_MAX ? 1 << match.rules() : 0];
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        var lane = batch.lane(match);
        out.statesOf(lane, batch.words());
        out.values = out.own;
        Arrays.fill(out.yes, 0, batch.words(), 0L);
        for (int i = 0; i < batch.count(); i++) {
            if ((out.known[i >> 6] >>> i & 1) != 0) {
                put(answer(lane.values, i, batch.rows()), i, out);
            }
        }
    }

    private @Nullable Answer answer(long[] masks, int position, Rows rows) {
        if (bySmallMask.length == 0) {
            return byMask.computeIfAbsent(mask(masks, position), _ -> rowPath.apply(rows.row(position)));
        }
        int mask = (int) masks[position];
        var answer = bySmallMask[mask];
        if (answer == null) {
            answer = rowPath.apply(rows.row(position));
            bySmallMask[mask] = answer;
        }
        return answer;
    }

    private Mask mask(long[] masks, int position) {
        var words = new long[match.wordsPerRow()];
        for (int word = 0; word < words.length; word++) {
            words[word] = masks[word * Rows.MAX + position];
        }
        return new Mask(words);
    }

    private static void put(@Nullable Answer answer, int position, Lane out) {
        switch (answer == null ? State.ASKED : answer.state()) {
            case KNOWN -> {
                out.own[position] = Objects.requireNonNull(answer).value();
                out.yes[position >> 6] |= (answer.value() & 1) << position;
            }
            case NOTHING -> out.forget(position);
            case FAILED -> out.fail(position);
            case ASKED -> out.ask(position);
        }
    }
}
