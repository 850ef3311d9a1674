// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.Fen;
import io.atrium.policy.domain.GrantState;
import io.atrium.policy.store.GrantReads;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/// Whom the pool of a policy still reaches (预算池). Who qualified first comes first, and after the first grant that does
/// not fit nobody else is served, so that no later and smaller one overtakes. No text seen states the order: it is the
/// platform's own, and is said to be so.
@Component
class GrantPool {

    private static final List<GrantState> COMMITTED = List.of(
            GrantState.PUBLICITY,
            GrantState.OBJECTION_HELD,
            GrantState.FIRM_CONFIRM,
            GrantState.PAYMENT_ORDER,
            GrantState.ACCOUNT_ABNORMAL);

    private final PolicyBudgets budgets;
    private final GrantReads reads;

    GrantPool(PolicyBudgets budgets, GrantReads reads) {
        this.budgets = budgets;
        this.reads = reads;
    }

    /// The grants of a list in their order, parted where the pool ends.
    GrantCut cut(PolicyId policy, List<GrantView> grants) {
        return cut(left(policy), grants);
    }

    /// Fen of the pool that nobody was promised yet.
    long left(PolicyId policy) {
        return budgets.balances(policy).orElseThrow().available()
                - reads.promised(policy, COMMITTED).value();
    }

    static GrantCut cut(long left, List<GrantView> grants) {
        // decisions are numbered in the order of their making
        var ordered = grants.stream()
                .sorted(Comparator.comparing(grant -> grant.decision().value()))
                .toList();
        int served = 0;
        long spent = 0;
        while (served < ordered.size() && spent + ordered.get(served).amount().value() <= left) {
            spent += ordered.get(served).amount().value();
            served++;
        }
        return new GrantCut(
                ordered.subList(0, served), ordered.subList(served, ordered.size()), new Fen(Math.max(0, left)));
    }
}
