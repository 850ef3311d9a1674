// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import io.atrium.engine.decision.column.snapshot.Bits;
import io.atrium.engine.decision.column.snapshot.Rows;
import java.util.Arrays;

/// The output of the first rule that matches, or of the only one (首个命中、唯一命中), when all outputs are fixed.
///
/// FIRST: the lowest bit of the mask. UNIQUE: the same, and more than one bit is an error.
public final class FirstRule extends Step {

    /// The output of a rule that has none.
    public static final int NO_DEFAULT = -1;

    private final MatchRules match;
    private final long[] outputs;
    private final int defaultOutput;
    private final boolean isUnique;
    private final long[] byLowestBit;

    /// @param outputs by rule, for yes and no 1 or 0
    /// @param defaultOutput its place in `outputs`, or [#NO_DEFAULT]
    public FirstRule(int slot, Shape shape, MatchRules match, long[] outputs, int defaultOutput, boolean isUnique) {
        super(slot, shape, true);
        this.match = match;
        this.outputs = outputs;
        this.defaultOutput = defaultOutput;
        this.isUnique = isUnique;
        this.byLowestBit = Arrays.copyOf(outputs, Long.SIZE + 1);
        byLowestBit[Long.SIZE] = defaultOutput == NO_DEFAULT ? 0 : outputs[defaultOutput];
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        var lane = batch.lane(match);
        out.statesOf(lane, batch.words());
        out.values = out.own;
        if (match.wordsPerRow() == 1) {
            narrow(lane.values, out, batch.count());
        } else {
            Arrays.fill(out.yes, 0, batch.words(), 0L);
            wide(lane.values, out, batch.count());
        }
        for (int word = 0; word < batch.words(); word++) {
            out.yes[word] &= out.known[word];
        }
    }

    /// Without a branch per row: the place behind the last rule holds what there is when none matches.
    private void narrow(long[] masks, Lane out, int count) {
        for (int word = 0; word < Bits.words(count); word++) {
            int start = word << 6;
            int end = Math.min(64, count - start);
            long none = 0;
            long several = 0;
            long yes = 0;
            for (int i = 0; i < end; i++) {
                long mask = masks[start + i];
                long output = byLowestBit[Long.numberOfTrailingZeros(mask)];
                out.own[start + i] = output;
                yes |= (output & 1) << i;
                none |= (mask == 0 ? 1L : 0L) << i;
                several |= ((mask & mask - 1) != 0 ? 1L : 0L) << i;
            }
            out.yes[word] = yes;
            settle(out, word, none, several);
        }
    }

    private void settle(Lane out, int word, long none, long several) {
        if (defaultOutput == NO_DEFAULT) {
            out.known[word] &= ~none;
        }
        if (isUnique) {
            long failed = several & out.known[word];
            out.known[word] &= ~failed;
            out.failed[word] |= failed;
        }
    }

    private void wide(long[] masks, Lane out, int count) {
        for (int i = 0; i < count; i++) {
            int first = defaultOutput;
            int matches = 0;
            for (int word = match.wordsPerRow() - 1; word >= 0; word--) {
                long mask = masks[word * Rows.MAX + i];
                matches += Long.bitCount(mask);
                first = mask == 0 ? first : (word << 6) + Long.numberOfTrailingZeros(mask);
            }
            put(first, i, out);
            if (isUnique && matches > 1) {
                failKnown(out, i);
            }
        }
    }

    private void put(int rule, int position, Lane out) {
        if (rule == NO_DEFAULT) {
            out.own[position] = 0;
            out.forget(position);
        } else {
            out.own[position] = outputs[rule];
            out.yes[position >> 6] |= (outputs[rule] & 1) << position;
        }
    }

    private static void failKnown(Lane out, int position) {
        if ((out.known[position >> 6] >>> position & 1) != 0) {
            out.fail(position);
        }
    }
}
