// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import java.util.List;

/// The output of the first rule that matches, or of the only one, when outputs are computed from facts (计算输出).
public final class ComputedRule extends Step {

    private final MatchRules match;
    private final List<Step> outputs;
    private final boolean isUnique;

    /// @param outputs by rule, numbers of one scale; one more at the end is the default
    public ComputedRule(int slot, Shape shape, MatchRules match, List<Step> outputs, boolean isUnique) {
        super(slot, shape, true);
        if (match.wordsPerRow() > 1) {
            throw new IllegalArgumentException("computed outputs with more than 64 rules");
        }
        this.match = match;
        this.outputs = List.copyOf(outputs);
        this.isUnique = isUnique;
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        var lane = batch.lane(match);
        out.statesOf(lane, batch.words());
        out.values = out.own;
        var lanes = outputs.stream().map(batch::lane).toArray(Lane[]::new);
        for (int i = 0; i < batch.count(); i++) {
            if ((out.known[i >> 6] >>> i & 1) != 0) {
                choose(lane.values[i], lanes, i, out);
            }
        }
    }

    private void choose(long mask, Lane[] lanes, int position, Lane out) {
        int rule = mask == 0 ? match.rules() : Long.numberOfTrailingZeros(mask);
        if (isUnique && (mask & mask - 1) != 0) {
            out.fail(position);
        } else if (rule == lanes.length) {
            out.forget(position);
        } else if ((lanes[rule].known[position >> 6] >>> position & 1) == 0) {
            out.ask(position);
        } else {
            out.own[position] = lanes[rule].values[position];
        }
    }
}
