// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

/// An account (账户) as it stands now. Only [Books] makes changed copies of it.
///
/// @param closed takes no new posts and no new holds; holds granted before may still be captured or released
public record Account(AccountId id, Asset asset, AccountRule rule, boolean closed, Balances balances) {

    /// A new account with nothing in it.
    public static Account opened(AccountId id, Asset asset, AccountRule rule) {
        return new Account(id, asset, rule, false, Balances.ZERO);
    }

    /// What may still be debited: available balance plus credit line; as good as boundless without a limit on debits.
    public long spendable() {
        if (rule.limit() != AccountRule.Limit.DEBITS_WITHIN_CREDITS) {
            return Long.MAX_VALUE - balances.debits();
        }
        long available = balances.available();
        return available > Long.MAX_VALUE - rule.creditLimit() ? Long.MAX_VALUE : available + rule.creditLimit();
    }

    Account debited(Balances.Change change) {
        return with(balances.debited(change));
    }

    Account credited(Balances.Change change) {
        return with(balances.credited(change));
    }

    Account close() {
        return new Account(id, asset, rule, true, balances);
    }

    Account withRule(AccountRule changed) {
        return new Account(id, asset, changed, closed, balances);
    }

    private Account with(Balances changed) {
        return new Account(id, asset, rule, closed, changed);
    }
}
