// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/// What a recount of the whole ledger found (试算平衡与复核).
///
/// @param trialBalances the sums of every asset, also of those without accounts
/// @param mismatches accounts whose columns are not what their transfers add up to
/// @param breaches accounts outside of their own rule
public record Proof(
        Map<Asset, TrialBalance> trialBalances,
        List<Mismatch> mismatches,
        List<AccountId> breaches,
        long accountCount,
        long bookingCount) {

    /// Whether the books are in order in every respect.
    public boolean isSound() {
        return mismatches.isEmpty()
                && breaches.isEmpty()
                && trialBalances.values().stream().allMatch(TrialBalance::isBalanced);
    }

    /// Both sides of one asset summed over all accounts. Sums may pass a `long` though no account does.
    public record TrialBalance(
            BigInteger debitsPending, BigInteger debitsPosted, BigInteger creditsPending, BigInteger creditsPosted) {

        static final TrialBalance ZERO =
                new TrialBalance(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

        /// Whether debits equal credits, held and posted apart.
        public boolean isBalanced() {
            return debitsPending.equals(creditsPending) && debitsPosted.equals(creditsPosted);
        }

        /// Posted debits less posted credits: zero, or something is very wrong.
        public BigInteger difference() {
            return debitsPosted.subtract(creditsPosted);
        }

        TrialBalance plus(Balances more) {
            return new TrialBalance(
                    debitsPending.add(BigInteger.valueOf(more.debitsPending())),
                    debitsPosted.add(BigInteger.valueOf(more.debitsPosted())),
                    creditsPending.add(BigInteger.valueOf(more.creditsPending())),
                    creditsPosted.add(BigInteger.valueOf(more.creditsPosted())));
        }
    }

    /// One account whose columns and transfers disagree.
    public record Mismatch(AccountId account, Columns stored, Columns recounted) {}

    /// The four columns as they were found, which may be impossible ones.
    public record Columns(long debitsPending, long debitsPosted, long creditsPending, long creditsPosted) {

        static Columns of(Balances balances) {
            return new Columns(
                    balances.debitsPending(),
                    balances.debitsPosted(),
                    balances.creditsPending(),
                    balances.creditsPosted());
        }
    }
}
