// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.access;

/// What can be done (权限). Reading permissions have a reach: one's own organisation, or all of them.
public enum Permission {
    READ_COMPANY,
    IMPORT_REGISTRY,
    RECORD_FACTS,
    MAINTAIN_COMPANY,
    DECIDE_CORRECTION,
    MANAGE_CONSENT,
    READ_CONSENTED,
    READ_ENTITLEMENT,
    RUN_GRANT_LIST,
    WRITE_POLICY,
    ACCEPT_GRANT,
    OBJECT_TO_GRANT,
    APPLY_FOR_BENEFIT,
    DECIDE_APPLICATION,
    COACH_APPLICATION,
    ANSWER_FEEDBACK,
    READ_VOUCHER,
    READ_JOB,
    SUBMIT_JOB,
    STOP_JOB,
    ASK_QUOTA,
    DECIDE_QUOTA,
    OPERATE_POOL,
    READ_BILL,
    READ_RECEIVABLE,
    READ_POLICY_BUDGET,
    READ_LEDGER,
    READ_AUDIT,
    MANAGE_PEOPLE,
    MANAGE_TOKENS,
    ADVANCE_CLOCK,
    RUN_SYSTEM,
    MANAGE_REFERENCE
}
