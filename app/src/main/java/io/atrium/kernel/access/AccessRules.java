// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.access;

import static io.atrium.kernel.access.Permission.*;
import static io.atrium.kernel.access.Role.*;

import io.atrium.kernel.OrgId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Who may do what (权限表): the one table of roles and permissions. `own` reaches the rows of one's own organisation,
/// `all` the rows of everybody.
public final class AccessRules {

    private record Rule(Set<Permission> own, Set<Permission> all) {}

    private static final Map<Role, Rule> RULES = new EnumMap<>(Role.class);

    static {
        rule(
                FIRM_OWNER,
                EnumSet.of(
                        READ_COMPANY,
                        READ_ENTITLEMENT,
                        ACCEPT_GRANT,
                        READ_VOUCHER,
                        READ_JOB,
                        SUBMIT_JOB,
                        STOP_JOB,
                        READ_BILL,
                        READ_LEDGER,
                        MANAGE_PEOPLE,
                        MANAGE_TOKENS),
                none());
        rule(
                FIRM_FINANCE,
                EnumSet.of(
                        READ_COMPANY,
                        READ_ENTITLEMENT,
                        ACCEPT_GRANT,
                        READ_VOUCHER,
                        READ_JOB,
                        READ_BILL,
                        READ_LEDGER,
                        MANAGE_TOKENS),
                none());
        rule(
                FIRM_ENGINEER,
                EnumSet.of(READ_COMPANY, READ_VOUCHER, READ_JOB, SUBMIT_JOB, STOP_JOB, MANAGE_TOKENS),
                none());
        rule(STEWARD, EnumSet.of(MANAGE_TOKENS), EnumSet.of(READ_COMPANY, READ_ENTITLEMENT));
        rule(
                OFFICER,
                EnumSet.of(RUN_GRANT_LIST, MANAGE_TOKENS),
                EnumSet.of(READ_COMPANY, RECORD_FACTS, READ_ENTITLEMENT, READ_VOUCHER, READ_POLICY_BUDGET));
        rule(PROVIDER_STAFF, EnumSet.of(READ_JOB, READ_RECEIVABLE, READ_LEDGER, MANAGE_TOKENS), none());
        rule(BANK_STAFF, EnumSet.of(MANAGE_TOKENS), none());
        rule(
                AUDITOR,
                EnumSet.of(MANAGE_TOKENS),
                EnumSet.of(
                        READ_COMPANY,
                        READ_ENTITLEMENT,
                        READ_VOUCHER,
                        READ_JOB,
                        READ_BILL,
                        READ_RECEIVABLE,
                        READ_POLICY_BUDGET,
                        READ_LEDGER,
                        READ_AUDIT));
        rule(
                OPERATOR,
                EnumSet.of(MANAGE_TOKENS),
                EnumSet.of(
                        READ_COMPANY,
                        IMPORT_REGISTRY,
                        RECORD_FACTS,
                        READ_ENTITLEMENT,
                        OBJECT_TO_GRANT,
                        READ_VOUCHER,
                        READ_JOB,
                        STOP_JOB,
                        READ_BILL,
                        READ_RECEIVABLE,
                        READ_POLICY_BUDGET,
                        READ_LEDGER,
                        MANAGE_PEOPLE,
                        ADVANCE_CLOCK));
        rule(
                ADMINISTRATOR,
                EnumSet.of(MANAGE_TOKENS),
                EnumSet.of(MANAGE_PEOPLE, READ_AUDIT, IMPORT_REGISTRY, READ_COMPANY, ADVANCE_CLOCK));
    }

    private AccessRules() {}

    static Scope scope(Set<Role> roles, Permission permission, OrgId organisation) {
        if (roles.stream().anyMatch(role -> rule(role).all().contains(permission))) {
            return new Scope.All();
        }
        return roles.stream().anyMatch(role -> rule(role).own().contains(permission))
                ? new Scope.Own(organisation)
                : new Scope.None();
    }

    private static Rule rule(Role role) {
        return Objects.requireNonNull(RULES.get(role), () -> "no rule for " + role);
    }

    private static void rule(Role role, Set<Permission> own, Set<Permission> all) {
        RULES.put(role, new Rule(own, all));
    }

    private static Set<Permission> none() {
        return EnumSet.noneOf(Permission.class);
    }
}
