// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger;

import io.atrium.engine.ledger.Account;

/// What an account holds, seen by its owner, in the account's own unit.
///
/// @param posted credits less debits (余额)
/// @param held set aside for what is going on (冻结)
/// @param incoming promised by holds of others, not spendable yet (待入账)
/// @param creditLimit how far the account may go below zero (授信额度)
/// @param available posted less held plus credit line (可用); as good as boundless for an account without limit
public record Balances(long posted, long held, long incoming, long creditLimit, long available) {

    public static Balances of(Account account) {
        var columns = account.balances();
        return new Balances(
                columns.posted(),
                columns.debitsPending(),
                columns.creditsPending(),
                account.rule().creditLimit(),
                account.spendable());
    }
}
