// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

/// The limit that an account keeps at every moment, held amounts included.
///
/// @param limit which side may not outgrow the other
/// @param creditLimit how far debits may exceed credits (授信额度); 0 unless the limit is on debits
public record AccountRule(Limit limit, long creditLimit) {

    /// No limit: bank, policy budget counter-accounts, providers.
    public static final AccountRule FREE = new AccountRule(Limit.NONE, 0);

    /// Credits must not exceed debits: an account that owns things, such as a fund that was paid in.
    public static final AccountRule CREDITS_WITHIN_DEBITS = new AccountRule(Limit.CREDITS_WITHIN_DEBITS, 0);

    /// Which side is limited.
    public enum Limit {
        NONE,
        DEBITS_WITHIN_CREDITS,
        CREDITS_WITHIN_DEBITS
    }

    public AccountRule {
        if (creditLimit < 0) {
            throw new IllegalArgumentException("credit limit below zero: " + creditLimit);
        }
        if (creditLimit > 0 && limit != Limit.DEBITS_WITHIN_CREDITS) {
            throw new IllegalArgumentException("credit limit without a limit on debits: " + limit);
        }
    }

    /// Debits must not exceed credits plus a credit line: vouchers (line 0) and firms that pay later.
    public static AccountRule debitsWithinCredits(long creditLimit) {
        return new AccountRule(Limit.DEBITS_WITHIN_CREDITS, creditLimit);
    }

    /// Whether debits, held ones included, are covered. What is only promised to the account covers nothing.
    boolean allowsDebits(Balances balances) {
        return limit != Limit.DEBITS_WITHIN_CREDITS
                || balances.debits() - balances.creditsPosted() <= creditLimit; // both >= 0: cannot overflow
    }

    /// Whether credits, held ones included, are covered.
    boolean allowsCredits(Balances balances) {
        return limit != Limit.CREDITS_WITHIN_DEBITS || balances.credits() <= balances.debitsPosted();
    }
}
