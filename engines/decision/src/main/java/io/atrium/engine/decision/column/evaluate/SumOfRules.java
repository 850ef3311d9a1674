// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import java.util.List;

/// The sum over all rules that match (汇总求和), COLLECT with `+`. When none matches there is no value.
public final class SumOfRules extends Step {

    private final MatchRules match;
    private final List<Step> outputs;

    /// @param outputs by rule, numbers of one scale whose sum fits in a `long`
    public SumOfRules(int slot, Shape shape, MatchRules match, List<Step> outputs) {
        super(slot, shape, true);
        if (match.wordsPerRow() > 1) {
            throw new IllegalArgumentException("computed outputs with more than 64 rules");
        }
        this.match = match;
        this.outputs = List.copyOf(outputs);
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        var lane = batch.lane(match);
        out.statesOf(lane, batch.words());
        out.values = out.own;
        var lanes = outputs.stream().map(batch::lane).toArray(Lane[]::new);
        for (int i = 0; i < batch.count(); i++) {
            if ((out.known[i >> 6] >>> i & 1) != 0) {
                sum(lane.values[i], lanes, i, out);
            }
        }
    }

    private static void sum(long mask, Lane[] lanes, int position, Lane out) {
        if (mask == 0) {
            out.forget(position);
            return;
        }
        long sum = 0;
        for (long left = mask; left != 0; left &= left - 1) {
            var lane = lanes[Long.numberOfTrailingZeros(left)];
            sum += lane.values[position];
            if ((lane.known[position >> 6] >>> position & 1) == 0) {
                out.ask(position);
                return;
            }
        }
        out.own[position] = sum;
    }
}
