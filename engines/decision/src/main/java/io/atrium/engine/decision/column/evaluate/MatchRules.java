// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import io.atrium.engine.decision.column.snapshot.Rows;
import java.util.Arrays;
import java.util.List;

/// Which rules of a decision table match (规则掩码): one bit per rule, the masks of all columns put together with AND.
/// A row with an input that is not known is asked.
public final class MatchRules extends Step {

    private final List<RuleFilter> filters;
    private final int rules;

    public MatchRules(int slot, List<RuleFilter> filters, int rules) {
        super(slot, new Shape.Truth(), true);
        this.filters = List.copyOf(filters);
        this.rules = rules;
    }

    int rules() {
        return rules;
    }

    int wordsPerRow() {
        return (rules + 63) >> 6;
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        var masks = wordsPerRow() == 1 ? out.own : out.wide(wordsPerRow());
        out.values = masks;
        for (int word = 0; word < wordsPerRow(); word++) {
            int left = rules - (word << 6);
            Arrays.fill(masks, word * Rows.MAX, word * Rows.MAX + batch.count(), left >= 64 ? -1L : (1L << left) - 1);
        }
        out.allKnown(batch.words());
        for (var filter : filters) {
            var input = batch.lane(filter.input());
            states(input, out, batch.words());
            if (filter instanceof ByRatio ratio) {
                askOverflows(ratio, input, out, batch.count());
            }
            filter.strike(input, masks, batch.count());
        }
    }

    private static void states(Lane input, Lane out, int words) {
        for (int word = 0; word < words; word++) {
            out.known[word] &= input.known[word];
            out.asked[word] = ~out.known[word];
        }
    }

    private static void askOverflows(ByRatio ratio, Lane input, Lane out, int count) {
        for (int i = 0; i < count; i++) {
            if (ratio.overflows(input.values[i], input.divisors[i])) {
                out.ask(i);
            }
        }
    }
}
