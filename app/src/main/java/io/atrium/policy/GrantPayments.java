// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.identity.SystemActors;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.GrantMoves.Trace;
import io.atrium.policy.domain.GrantEvent;
import io.atrium.policy.domain.GrantState;
import io.atrium.policy.domain.GrantSteps;
import io.atrium.policy.store.PayeeStore;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Pays a grant: a voucher from the policy's budget, on the terms of the policy version that decided. An account that
/// takes no money holds the grant; a pool without money ends it.
@Component
class GrantPayments {

    private final PolicyVouchers vouchers;
    private final PolicyBudgets budgets;
    private final PayeeStore payees;
    private final GrantMoves moves;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    GrantPayments(
            PolicyVouchers vouchers,
            PolicyBudgets budgets,
            PayeeStore payees,
            GrantMoves moves,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.vouchers = vouchers;
        this.budgets = budgets;
        this.payees = payees;
        this.moves = moves;
        this.clock = clock;
        this.calendar = calendar;
    }

    /// Takes a grant with a payment order as far as it goes now.
    GrantView pay(GrantView ordered, GrantListView list, PublishedPolicy policy) {
        var system = SystemActors.of("policy");
        var payee = payees.newest(ordered.firm())
                .filter(report -> !report.condition().canBePaid());
        if (payee.isPresent()) {
            var trace = Trace.because(accountDue(list), payee.get().reason());
            return moves.move(ordered, GrantEvent.ACCOUNT_FAILED, system, trace);
        }
        if (budgets.balances(policy.id()).orElseThrow().available()
                < ordered.amount().value()) {
            return moves.move(ordered, GrantEvent.POOL_SPENT, system, Trace.NONE);
        }
        var voucher = vouchers.issue(ordered.id().value(), ordered.firm(), ordered.amount(), policy);
        return moves.move(ordered, GrantEvent.VOUCHER_ISSUED, system, new Trace(null, voucher, null));
    }

    /// The pool of a year pays nothing after it, however long the term for the account would be.
    private Instant accountDue(GrantListView list) {
        var term = GrantSteps.ownTerm(GrantState.ACCOUNT_ABNORMAL, clock.instant(), calendar)
                .orElseThrow();
        var yearEnd = LocalDate.of(list.budgetYear() + 1, 1, 1)
                .atStartOfDay(BusinessClock.ZONE)
                .toInstant();
        return term.isBefore(yearEnd) ? term : yearEnd;
    }
}
