// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.ledger.Asset;
import io.atrium.engine.ledger.Status;
import io.atrium.kernel.Fen;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.Balances;
import io.atrium.ledger.Ledger;
import io.atrium.ledger.OpenAccount;
import io.atrium.ledger.PostOutcome;
import io.atrium.ledger.Posting;
import io.atrium.ledger.TransferIds;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The yearly pools of policies that grant by themselves (预算): appropriated once per business year, spent by vouchers.
@Component
public class PolicyBudgets {

    private final Policies policies;
    private final Ledger ledger;
    private final BusinessClock clock;

    PolicyBudgets(Policies policies, Ledger ledger, BusinessClock clock) {
        this.policies = policies;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// The account that pays a policy's vouchers.
    public static AccountCode account(PolicyId policy) {
        return AccountCode.of(Asset.CNY_FEN, "policy", policy.value(), "budget");
    }

    /// Appropriates this year's pool of every automatic policy, if that was not done yet.
    @Transactional
    public void appropriateAll() {
        policies.list().forEach(policy -> appropriate(policy, clock.today().getYear()));
    }

    /// Appropriates the pool of one year; a repeat changes nothing.
    @Transactional
    public void appropriate(PublishedPolicy policy, int year) {
        var grant = policy.header().grant();
        if (grant == null) {
            return;
        }
        var source = AccountCode.of(Asset.CNY_FEN, "treasury", policy.id().value(), "source");
        var budget = account(policy.id());
        ledger.open(OpenAccount.free(source, null));
        ledger.open(OpenAccount.noOverdraft(budget, 0, null));
        var appropriation = Posting.move(
                TransferIds.of(policy.id().value(), "appropriation-" + year),
                source,
                budget,
                Fen.ofYuan(grant.budgetYuan()).value(),
                "POLICY_APPROPRIATION",
                policy.id() + " " + year,
                LocalDate.of(year, 1, 1).atStartOfDay(BusinessClock.ZONE).toInstant());
        if (ledger.post(List.of(appropriation)) instanceof PostOutcome.Refused refused
                && refused.status() != Status.EXISTS_WITH_DIFFERENT_AMOUNT) { // a later version has another pool
            throw new IllegalStateException("appropriation refused: " + refused);
        }
    }

    /// What is left of a policy's pool; empty for policies without one.
    @Transactional(readOnly = true)
    public Optional<Balances> balances(PolicyId policy) {
        return policies.find(policy)
                .filter(found -> found.header().grant() != null)
                .map(_ -> ledger.balances(account(policy)));
    }
}
