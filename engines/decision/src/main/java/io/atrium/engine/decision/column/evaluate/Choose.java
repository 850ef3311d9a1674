// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

/// If, then, else (如果). An error in the branch not taken does not matter; a condition that is null is asked.
public final class Choose extends Step {

    private final Step condition;
    private final Step then;
    private final Step otherwise;

    /// @param then of the same shape as `otherwise`: numbers of one scale, ratios of one shift, days, or yes and no
    public Choose(int slot, Step condition, Step then, Step otherwise) {
        super(
                slot,
                shape(then.shape(), otherwise.shape()),
                condition.canFail() || then.canFail() || otherwise.canFail());
        this.condition = condition;
        this.then = then;
        this.otherwise = otherwise;
    }

    private static Shape shape(Shape then, Shape otherwise) {
        if (then instanceof Shape.Number a && otherwise instanceof Shape.Number b) {
            return new Shape.Number(a.scale(), a.min().min(b.min()), a.max().max(b.max()));
        }
        if (then instanceof Shape.Ratio a && otherwise instanceof Shape.Ratio b) {
            return new Shape.Ratio(
                    a.shift(), a.magnitude().max(b.magnitude()), a.divisorMax().max(b.divisorMax()));
        }
        return then;
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        var test = batch.lane(condition);
        var a = batch.lane(then);
        var b = batch.lane(otherwise);
        states(test, a, b, out, batch.words());
        out.values = out.own;
        for (int i = 0; i < batch.count(); i++) {
            out.own[i] = (test.yes[i >> 6] >>> i & 1) != 0 ? a.values[i] : b.values[i];
        }
        if (shape() instanceof Shape.Ratio) {
            var over = out.ownDivisors();
            for (int i = 0; i < batch.count(); i++) {
                over[i] = (test.yes[i >> 6] >>> i & 1) != 0 ? a.divisors[i] : b.divisors[i];
            }
        }
    }

    private static void states(Lane test, Lane a, Lane b, Lane out, int words) {
        for (int word = 0; word < words; word++) {
            long yes = test.yes[word] & test.known[word];
            long no = ~test.yes[word] & test.known[word];
            out.failed[word] = test.failed[word] | (yes & a.failed[word]) | (no & b.failed[word]);
            out.known[word] = (yes & a.known[word]) | (no & b.known[word]);
            out.asked[word] = ~(test.known[word] | test.failed[word]) | (yes & a.asked[word]) | (no & b.asked[word]);
            out.yes[word] = (yes & a.yes[word]) | (no & b.yes[word]);
        }
    }
}
