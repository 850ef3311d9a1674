// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger;

import io.atrium.engine.ledger.Asset;
import io.atrium.engine.ledger.Proof;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The trial balance of the whole ledger (试算平衡): a recount of every account from its transfers, and both sides summed.
///
/// @param recountAgrees every account's columns are what its transfers add up to, and no account is past its limit
/// @param disagreeing accounts that fail the recount; empty in a sound ledger
public record TrialBalance(
        List<Line> lines, long accounts, long transfers, boolean recountAgrees, List<String> disagreeing) {

    /// One asset. `difference` is posted debits less posted credits, `heldDifference` the same of holds: both zero.
    public record Line(
            Asset asset, BigInteger debits, BigInteger credits, BigInteger difference, BigInteger heldDifference) {}

    public boolean isBalanced() {
        return recountAgrees
                && lines.stream()
                        .allMatch(line -> line.difference().signum() == 0
                                && line.heldDifference().signum() == 0);
    }

    /// Posted debits less posted credits of one asset.
    public BigInteger difference(Asset asset) {
        return lines.stream()
                .filter(line -> line.asset() == asset)
                .map(Line::difference)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    static TrialBalance of(Proof proof) {
        var lines = proof.trialBalances().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
        var disagreeing = Stream.concat(
                        proof.mismatches().stream().map(Proof.Mismatch::account), proof.breaches().stream())
                .distinct()
                .map(Object::toString)
                .sorted()
                .toList();
        return new TrialBalance(lines, proof.accountCount(), proof.bookingCount(), disagreeing.isEmpty(), disagreeing);
    }

    private static Line line(Asset asset, Proof.TrialBalance sums) {
        return new Line(
                asset,
                sums.debitsPosted(),
                sums.creditsPosted(),
                sums.difference(),
                sums.debitsPending().subtract(sums.creditsPending()));
    }
}
