// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.identity.Audit;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.policy.store.PolicyKeeperStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which department keeps a policy (主管部门): only its officers write and review new versions.
@Component
public class PolicyKeepers {

    private final PolicyKeeperStore store;
    private final Audit audit;

    PolicyKeepers(PolicyKeeperStore store, Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    /// The department of a policy, where the actor may write for it.
    @Transactional(readOnly = true)
    public Optional<OrgId> find(Actor actor, PolicyId policy) {
        return store.find(actor.scope(Permission.WRITE_POLICY), policy);
    }

    /// The policies for which the actor may write.
    @Transactional(readOnly = true)
    public List<PolicyId> list(Actor actor) {
        return store.list(actor.scope(Permission.WRITE_POLICY));
    }

    /// Whoever maintains the reference data says which department it is.
    @Transactional
    public void assign(Actor actor, PolicyId policy, OrgId department) {
        actor.require(Permission.MANAGE_REFERENCE);
        if (!store.find(new Scope.All(), policy).equals(Optional.of(department))) {
            store.assign(policy, department);
            audit.record(actor, "policy.keeper-assigned", policy.value(), Map.of("department", department.value()));
        }
    }

    /// A policy that nobody keeps belongs to the department that brings it along; false when another one keeps it.
    boolean claim(Actor actor, PolicyId policy) {
        if (store.claim(policy, actor.organisation())) {
            audit.record(
                    actor,
                    "policy.keeper-assigned",
                    policy.value(),
                    Map.of("department", actor.organisation().value()));
        }
        return find(actor, policy).isPresent();
    }
}
