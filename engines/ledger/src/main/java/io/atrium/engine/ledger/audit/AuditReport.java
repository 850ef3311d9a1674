// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger.audit;

import java.math.BigInteger;
import java.util.List;

/// What an [Audit] found.
///
/// @param trial one line per asset
/// @param sealed how many of the transfers are under a seal; the others are too new
/// @param head the last seal's hash: whoever notes it can prove later that nothing before it was rewritten
public record AuditReport(
        List<Finding> findings,
        List<TrialLine> trial,
        long accounts,
        long transfers,
        long sealed,
        long seals,
        Hash head) {

    /// Both sides of one asset, summed over all accounts.
    public record TrialLine(
            String asset,
            long accounts,
            BigInteger debitsPosted,
            BigInteger creditsPosted,
            BigInteger debitsHeld,
            BigInteger creditsHeld) {

        static TrialLine zero(String asset) {
            return new TrialLine(asset, 0, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);
        }

        TrialLine plus(AccountRow.Columns more) {
            return new TrialLine(
                    asset,
                    accounts + 1,
                    debitsPosted.add(BigInteger.valueOf(more.debitsPosted())),
                    creditsPosted.add(BigInteger.valueOf(more.creditsPosted())),
                    debitsHeld.add(BigInteger.valueOf(more.debitsPending())),
                    creditsHeld.add(BigInteger.valueOf(more.creditsPending())));
        }

        /// Whether debits equal credits, held and posted apart.
        public boolean isBalanced() {
            return debitsPosted.equals(creditsPosted) && debitsHeld.equals(creditsHeld);
        }
    }

    public boolean isSound() {
        return findings.isEmpty();
    }
}
