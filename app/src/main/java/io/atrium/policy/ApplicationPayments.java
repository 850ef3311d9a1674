// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.identity.SystemActors;
import io.atrium.kernel.Fen;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.ApplicationOutcome.Refused;
import io.atrium.policy.domain.ApplicationEvent;
import io.atrium.policy.store.PayeeStore;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Pays an approved application where the policy has a pool: a voucher from it, in the transaction of the approval. All
/// other money is paid by the department outside Atrium, which tells the day and the amount.
@Component
class ApplicationPayments {

    private final PolicyBudgets budgets;
    private final GrantPool pool;
    private final PayeeStore payees;
    private final PolicyVouchers vouchers;
    private final ApplicationMoves moves;
    private final BusinessClock clock;

    ApplicationPayments(
            PolicyBudgets budgets,
            GrantPool pool,
            PayeeStore payees,
            PolicyVouchers vouchers,
            ApplicationMoves moves,
            BusinessClock clock) {
        this.budgets = budgets;
        this.pool = pool;
        this.payees = payees;
        this.vouchers = vouchers;
        this.moves = moves;
        this.clock = clock;
    }

    /// Why an amount cannot be paid now: nobody is told "approved" who then gets nothing.
    Optional<ApplicationOutcome> refusal(ApplicationView application, PublishedPolicy policy, @Nullable Fen amount) {
        if (amount == null || !paysByVoucher(policy)) {
            return Optional.empty();
        }
        var payee = payees.newest(application.firm())
                .filter(report -> !report.condition().canBePaid());
        if (payee.isPresent()) {
            return Optional.of(new Refused(
                    PolicyRefusal.PAYEE_ACCOUNT_ABNORMAL,
                    Map.of("reason", payee.get().reason())));
        }
        budgets.appropriate(policy, clock.today().getYear());
        var left = pool.left(policy.id());
        return left < amount.value()
                ? Optional.of(new Refused(
                        PolicyRefusal.BUDGET_TOO_SMALL, Map.of("left", new Fen(Math.max(0, left)).toString())))
                : Optional.empty();
    }

    ApplicationView pay(ApplicationView approved, PublishedPolicy policy) {
        var amount = approved.ruling().amount();
        if (amount == null || !paysByVoucher(policy)) {
            return approved;
        }
        var voucher = vouchers.issue(approved.id().value(), approved.firm(), amount, policy);
        var paid = approved.ruled(approved.ruling().paid(voucher));
        return moves.move(paid, ApplicationEvent.VOUCHER_ISSUED, SystemActors.of("policy"), null);
    }

    static boolean paysByVoucher(PublishedPolicy policy) {
        return policy.header().grant() != null;
    }
}
