// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.identity.SystemActors;
import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.voucher.IssueOutcome;
import io.atrium.voucher.IssueVoucher;
import io.atrium.voucher.PaymentMode;
import io.atrium.voucher.Vouchers;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/// Pays a grant: a voucher from the policy's budget, on the terms of the policy version that decided.
@Component
class GrantPayments {

    private final Vouchers vouchers;
    private final BusinessClock clock;

    GrantPayments(Vouchers vouchers, BusinessClock clock) {
        this.vouchers = vouchers;
        this.clock = clock;
    }

    /// Issues the voucher; when the budget no longer suffices, everything in this transaction is undone.
    String issue(GrantView grant, PublishedPolicy policy) {
        var terms = GrantLists.terms(policy);
        var command = new IssueVoucher(
                new RequestKey(grant.id().value() + ":issue"),
                SystemActors.of("policy"),
                grant.id().value(),
                grant.firm(),
                grant.policy().value(),
                PolicyBudgets.account(grant.policy()),
                grant.amount(),
                basisPoints(terms.deductShare()),
                PaymentMode.valueOf(policy.header().payment().name()),
                clock.today().plusMonths(terms.validMonths()),
                "compute");
        return switch (vouchers.issue(command)) {
            case IssueOutcome.Issued issued -> issued.voucher().value();
            case IssueOutcome.Refused refused -> throw new RefusedException(refused.refusal());
        };
    }

    private static BasisPoints basisPoints(BigDecimal share) {
        return new BasisPoints(share.movePointRight(4).intValueExact());
    }
}
