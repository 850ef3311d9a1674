// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger;

import io.atrium.engine.ledger.AccountRule;
import io.atrium.kernel.OrgId;
import org.jspecify.annotations.Nullable;

/// Opens an account, or finds it open.
///
/// @param owner may read the account's statement; null when only those who read the whole ledger may
/// @param secondOwner another reader, such as the firm of a voucher that a department pays
public record OpenAccount(
        AccountCode code,
        AccountRule rule,
        @Nullable OrgId owner,
        @Nullable OrgId secondOwner) {

    /// An account without a limit.
    public static OpenAccount free(AccountCode code, @Nullable OrgId owner) {
        return new OpenAccount(code, AccountRule.FREE, owner, null);
    }

    /// An account that cannot give more than it has, credit line included.
    public static OpenAccount noOverdraft(AccountCode code, long creditLimit, @Nullable OrgId owner) {
        return new OpenAccount(code, AccountRule.debitsWithinCredits(creditLimit), owner, null);
    }

    public OpenAccount alsoReadBy(OrgId organisation) {
        return new OpenAccount(code, rule, owner, organisation);
    }
}
