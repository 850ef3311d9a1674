// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import java.util.List;

/// The border of a decision: when one of the decisions it requires fails, it has no result either, whether its own text
/// uses that one or not (决策依赖).
public final class Require extends Step {

    private final Step own;
    private final List<Step> required;

    public Require(int slot, Step own, List<Step> required) {
        super(slot, own.shape(), true);
        this.own = own;
        this.required = List.copyOf(required);
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        var lane = batch.lane(own);
        int words = batch.words();
        out.statesOf(lane, words);
        out.values = lane.values;
        out.divisors = lane.divisors;
        System.arraycopy(lane.yes, 0, out.yes, 0, words);
        for (var step : required) {
            add(batch.lane(step), out, words);
        }
    }

    private static void add(Lane required, Lane out, int words) {
        for (int word = 0; word < words; word++) {
            out.failed[word] |= required.failed[word];
            out.asked[word] = (out.asked[word] | required.asked[word]) & ~out.failed[word];
            out.known[word] &= ~(out.failed[word] | out.asked[word]);
            out.yes[word] &= out.known[word];
        }
    }
}
