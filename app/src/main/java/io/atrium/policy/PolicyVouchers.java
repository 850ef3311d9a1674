// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.identity.SystemActors;
import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.voucher.IssueOutcome;
import io.atrium.voucher.IssueVoucher;
import io.atrium.voucher.PaymentMode;
import io.atrium.voucher.Vouchers;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/// Issues vouchers from the pool of a policy, on the terms of the version that decided.
@Component
class PolicyVouchers {

    private final Vouchers vouchers;
    private final BusinessClock clock;

    PolicyVouchers(Vouchers vouchers, BusinessClock clock) {
        this.vouchers = vouchers;
        this.clock = clock;
    }

    /// @param cause id of the grant or application; it gets one voucher, however often this is asked
    String issue(String cause, OrgId firm, Fen amount, PublishedPolicy policy) {
        var terms = GrantLists.terms(policy);
        var command = new IssueVoucher(
                new RequestKey(cause + ":issue"),
                SystemActors.of("policy"),
                cause,
                firm,
                policy.id().value(),
                PolicyBudgets.account(policy.id()),
                amount,
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
