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
                        MAINTAIN_COMPANY,
                        MANAGE_CONSENT,
                        READ_ENTITLEMENT,
                        ACCEPT_GRANT,
                        APPLY_FOR_BENEFIT,
                        READ_APPEAL,
                        RAISE_APPEAL,
                        READ_SERVICE,
                        CONFIRM_SERVICE,
                        READ_VOUCHER,
                        REDEEM_VOUCHER,
                        READ_JOB,
                        SUBMIT_JOB,
                        STOP_JOB,
                        RENT_GPUS,
                        ASK_QUOTA,
                        READ_BILL,
                        DISPUTE_BILL,
                        READ_CREDIT_BILL,
                        READ_BUDGET,
                        SET_BUDGET,
                        READ_LEDGER,
                        MANAGE_PEOPLE,
                        MANAGE_TOKENS,
                        MANAGE_WEBHOOKS,
                        READ_PREMISES,
                        READ_MOVE,
                        START_MOVE),
                none());
        rule(
                FIRM_FINANCE,
                EnumSet.of(
                        READ_COMPANY,
                        MAINTAIN_COMPANY,
                        READ_ENTITLEMENT,
                        ACCEPT_GRANT,
                        APPLY_FOR_BENEFIT,
                        READ_APPEAL,
                        RAISE_APPEAL,
                        READ_SERVICE,
                        CONFIRM_SERVICE,
                        READ_VOUCHER,
                        REDEEM_VOUCHER,
                        READ_JOB,
                        READ_BILL,
                        DISPUTE_BILL,
                        READ_CREDIT_BILL,
                        READ_BUDGET,
                        SET_BUDGET,
                        READ_LEDGER,
                        MANAGE_TOKENS,
                        READ_PREMISES,
                        READ_MOVE,
                        START_MOVE),
                none());
        rule(
                FIRM_ENGINEER,
                EnumSet.of(
                        READ_COMPANY,
                        READ_APPEAL,
                        RAISE_APPEAL,
                        READ_SERVICE,
                        READ_VOUCHER,
                        READ_JOB,
                        SUBMIT_JOB,
                        STOP_JOB,
                        READ_BUDGET,
                        MANAGE_TOKENS,
                        READ_PREMISES,
                        READ_MOVE),
                none());
        rule(
                STEWARD,
                EnumSet.of(HANDLE_APPEAL, MANAGE_TOKENS, DO_MOVE_STEP),
                EnumSet.of(
                        READ_COMPANY,
                        READ_ENTITLEMENT,
                        COACH_APPLICATION,
                        ANSWER_FEEDBACK,
                        READ_APPEAL,
                        RAISE_APPEAL,
                        READ_SERVICE,
                        SERVE_FIRM,
                        DELIVER_SERVICE,
                        READ_PREMISES,
                        READ_MOVE,
                        START_MOVE));
        rule(
                OFFICER,
                EnumSet.of(
                        RUN_GRANT_LIST,
                        WRITE_POLICY,
                        DECIDE_APPLICATION,
                        DECIDE_REDEMPTION,
                        READ_APPEAL,
                        HANDLE_APPEAL,
                        READ_SERVICE,
                        DELIVER_SERVICE,
                        MANAGE_TOKENS,
                        MANAGE_WEBHOOKS,
                        READ_MOVE,
                        DO_MOVE_STEP),
                EnumSet.of(
                        READ_COMPANY,
                        RECORD_FACTS,
                        DECIDE_CORRECTION,
                        READ_ENTITLEMENT,
                        READ_VOUCHER,
                        READ_CREDIT_BILL,
                        READ_POLICY_BUDGET,
                        READ_PREMISES));
        rule(
                PROVIDER_STAFF,
                EnumSet.of(
                        READ_JOB,
                        OPERATE_POOL,
                        JOIN_AS_PROVIDER,
                        READ_RECEIVABLE,
                        READ_APPEAL,
                        HANDLE_APPEAL,
                        READ_SERVICE,
                        DELIVER_SERVICE,
                        READ_LEDGER,
                        MANAGE_TOKENS,
                        MANAGE_WEBHOOKS,
                        READ_MOVE,
                        DO_MOVE_STEP),
                none());
        rule(ADVISER, EnumSet.of(READ_APPEAL, HANDLE_APPEAL, READ_SERVICE, DELIVER_SERVICE, MANAGE_TOKENS), none());
        rule(BANK_STAFF, EnumSet.of(READ_CONSENTED, MANAGE_TOKENS, MANAGE_WEBHOOKS), none());
        rule(
                AUDITOR,
                EnumSet.of(MANAGE_TOKENS),
                EnumSet.of(
                        READ_COMPANY,
                        READ_ENTITLEMENT,
                        READ_APPEAL,
                        READ_SERVICE,
                        READ_VOUCHER,
                        READ_JOB,
                        READ_BILL,
                        READ_CREDIT_BILL,
                        READ_BUDGET,
                        READ_RECEIVABLE,
                        READ_POLICY_BUDGET,
                        READ_LEDGER,
                        READ_AUDIT,
                        READ_PREMISES,
                        READ_MOVE));
        rule(
                OPERATOR,
                EnumSet.of(HANDLE_APPEAL, MANAGE_TOKENS, MANAGE_WEBHOOKS, DO_MOVE_STEP),
                EnumSet.of(
                        READ_COMPANY,
                        IMPORT_REGISTRY,
                        RECORD_FACTS,
                        DECIDE_CORRECTION,
                        READ_ENTITLEMENT,
                        OBJECT_TO_GRANT,
                        ANSWER_FEEDBACK,
                        READ_APPEAL,
                        RAISE_APPEAL,
                        DISPATCH_APPEAL,
                        WRITE_APPEAL_RULES,
                        READ_SERVICE,
                        SERVE_FIRM,
                        ASSIGN_STEWARD,
                        DELIVER_SERVICE,
                        READ_VOUCHER,
                        READ_JOB,
                        STOP_JOB,
                        DECIDE_QUOTA,
                        OPERATE_POOL,
                        DECIDE_JOINING,
                        READ_BILL,
                        READ_CREDIT_BILL,
                        RECORD_PAYMENT,
                        READ_BUDGET,
                        READ_RECEIVABLE,
                        READ_POLICY_BUDGET,
                        READ_LEDGER,
                        MANAGE_PEOPLE,
                        ADVANCE_CLOCK,
                        RUN_SYSTEM,
                        MANAGE_REFERENCE,
                        READ_PREMISES,
                        MANAGE_PREMISES,
                        READ_MOVE,
                        START_MOVE));
        rule(
                ADMINISTRATOR,
                EnumSet.of(MANAGE_TOKENS),
                EnumSet.of(
                        MANAGE_PEOPLE,
                        READ_AUDIT,
                        IMPORT_REGISTRY,
                        READ_COMPANY,
                        ADVANCE_CLOCK,
                        RUN_SYSTEM,
                        MANAGE_REFERENCE,
                        READ_PREMISES));
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

    /// The roles that have a permission, with whatever reach.
    public static Set<Role> rolesWith(Permission permission) {
        var roles = EnumSet.noneOf(Role.class);
        RULES.forEach((role, rule) -> {
            if (rule.own().contains(permission) || rule.all().contains(permission)) {
                roles.add(role);
            }
        });
        return roles;
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
