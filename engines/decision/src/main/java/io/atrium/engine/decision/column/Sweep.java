// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.decide.Outcome;
import java.util.Collections;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a recount came to (测算): every policy for every firm of a snapshot.
public final class Sweep {

    private final Snapshot snapshot;
    private final Map<String, PolicyResult> results;
    private final Map<String, TruthBits> bits;

    Sweep(Snapshot snapshot, Map<String, PolicyResult> results, Map<String, TruthBits> bits) {
        this.snapshot = snapshot;
        this.results = Collections.unmodifiableMap(results);
        this.bits = bits;
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    /// By the id of the policy, in the order in which they were given.
    public Map<String, PolicyResult> results() {
        return results;
    }

    public PolicyResult result(String policy) {
        var found = results.get(policy);
        if (found == null) {
            throw new NoSuchElementException("no policy " + policy);
        }
        return found;
    }

    /// How many firms get something from both policies (政策重叠).
    public long overlap(String one, String other) {
        long firms = 0;
        for (int word = 0; word < result(one).firms(Outcome.ENTITLED).length; word++) {
            firms += Long.bitCount(granted(result(one), word) & granted(result(other), word));
        }
        return firms;
    }

    /// How many firms get nothing from any policy (政策空白).
    public long gap() {
        long served = 0;
        int words = results.values().iterator().next().firms(Outcome.ENTITLED).length;
        for (int word = 0; word < words; word++) {
            long any = 0;
            for (var result : results.values()) {
                any |= granted(result, word);
            }
            served += Long.bitCount(any);
        }
        return snapshot.rows() - served;
    }

    private static long granted(PolicyResult result, int word) {
        return result.firms(Outcome.ENTITLED)[word]
                | result.firms(Outcome.CEILING)[word]
                | result.firms(Outcome.REVIEW)[word];
    }

    /// Why a firm got what it got; from the row path.
    public Decision explain(String policy, int row) {
        var column = result(policy).policy();
        return column.policy().decide(snapshot.factsAt(row), column.day());
    }

    /// Conditions by their key.
    Map<String, TruthBits> bits() {
        return bits;
    }

    /// The result of the same policy when its amounts come about in the same way.
    @Nullable
    PolicyResult sameAmounts(ColumnPolicy policy) {
        var earlier = results.get(policy.policy().policy().header().id());
        if (earlier == null || earlier.policy().snapshot() != policy.snapshot()) {
            return null;
        }
        var before = earlier.policy().amount();
        var now = policy.amount();
        var isSame = before != null
                && now != null
                && before.key().equals(now.key())
                && earlier.hasAmounts()
                && Objects.equals(earlier.policy().day(), policy.day());
        return isSame ? earlier : null;
    }
}
