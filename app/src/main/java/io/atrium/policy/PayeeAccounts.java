// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.identity.Audit;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.GrantMoves.Trace;
import io.atrium.policy.GrantOutcome.Moved;
import io.atrium.policy.GrantOutcome.Refused;
import io.atrium.policy.domain.GrantEvent;
import io.atrium.policy.domain.GrantState;
import io.atrium.policy.store.GrantStore;
import io.atrium.policy.store.PayeeStore;
import io.atrium.web.Requests;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The accounts to which firms are paid (收款账户), as the department learnt of them. Once an account is normal again,
/// what it held is paid at once.
@Component
public class PayeeAccounts {

    private final PayeeStore payees;
    private final GrantStore store;
    private final GrantMoves moves;
    private final GrantPayments payments;
    private final Policies policies;
    private final Requests requests;
    private final Audit audit;
    private final BusinessClock clock;

    PayeeAccounts(
            PayeeStore payees,
            GrantStore store,
            GrantMoves moves,
            GrantPayments payments,
            Policies policies,
            Requests requests,
            Audit audit,
            BusinessClock clock) {
        this.payees = payees;
        this.store = store;
        this.moves = moves;
        this.payments = payments;
        this.policies = policies;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /// Records what the department learnt of the account, by way of a grant that it concerns.
    @Transactional
    public GrantOutcome report(Actor actor, RequestKey key, ReportPayee command) {
        actor.require(Permission.RUN_GRANT_LIST);
        return requests.once(actor, key, command, GrantOutcome.class, () -> {
            var grant = store.lock(command.grant()).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
            if (!Grants.isReason(command.reason())) {
                return new Refused(PolicyRefusal.REASON_MISSING, Map.of("max", ObjectToGrant.REASON_CHARS_MAX));
            }
            var report = new PayeeReport(command.condition(), command.reason(), clock.instant(), actor.name());
            payees.insert(grant.firm(), report, actor);
            audit.record(
                    actor,
                    "policy.payee-reported",
                    grant.firm().value(),
                    Map.of("condition", command.condition().name(), "reason", command.reason()));
            if (command.condition().canBePaid()) {
                store.lockHeldByAccount(grant.firm()).forEach(held -> resume(held, command.reason()));
            }
            return new Moved(grant.id(), store.lock(grant.id()).orElseThrow().state());
        });
    }

    /// What is known of the account of a firm that the caller may see; empty when nobody recorded anything.
    @Transactional(readOnly = true)
    public Optional<PayeeReport> of(OrgId firm) {
        return payees.newest(firm);
    }

    private void resume(GrantView held, String reason) {
        var system = SystemActors.of("policy");
        var list = store.findList(held.list()).orElseThrow();
        if (held.state() != GrantState.ACCOUNT_ABNORMAL) {
            throw new IllegalStateException("not held: " + held.id());
        }
        if (clock.today().getYear() > list.budgetYear()) {
            moves.move(held, GrantEvent.BUDGET_YEAR_ENDED, system, Trace.NONE);
            return;
        }
        var ordered = moves.move(held, GrantEvent.ACCOUNT_MENDED, system, Trace.because(null, reason));
        payments.pay(ordered, list, policies.find(list.policy(), list.version()).orElseThrow());
    }
}
