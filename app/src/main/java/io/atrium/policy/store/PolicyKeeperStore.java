// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.store;

import static io.atrium.jooq.Tables.POLICY_KEEPER;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import io.atrium.policy.PolicyId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Which department keeps which policy.
@Component
public class PolicyKeeperStore {

    private final DSLContext database;

    PolicyKeeperStore(DSLContext database) {
        this.database = database;
    }

    public Optional<OrgId> find(Scope scope, PolicyId policy) {
        return database.selectFrom(POLICY_KEEPER)
                .where(POLICY_KEEPER.POLICY_ID.eq(policy.value()))
                .and(Scope.condition(scope, POLICY_KEEPER.ORG_ID))
                .fetchOptional(row -> new OrgId(row.getOrgId()));
    }

    public List<PolicyId> list(Scope scope) {
        return database.selectFrom(POLICY_KEEPER)
                .where(Scope.condition(scope, POLICY_KEEPER.ORG_ID))
                .orderBy(POLICY_KEEPER.POLICY_ID)
                .fetch(row -> new PolicyId(row.getPolicyId()));
    }

    public void assign(PolicyId policy, OrgId department) {
        database.insertInto(POLICY_KEEPER)
                .set(POLICY_KEEPER.POLICY_ID, policy.value())
                .set(POLICY_KEEPER.ORG_ID, department.value())
                .onConflict(POLICY_KEEPER.POLICY_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    /// False when somebody keeps it already.
    public boolean claim(PolicyId policy, OrgId department) {
        return database.insertInto(POLICY_KEEPER)
                        .set(POLICY_KEEPER.POLICY_ID, policy.value())
                        .set(POLICY_KEEPER.ORG_ID, department.value())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
