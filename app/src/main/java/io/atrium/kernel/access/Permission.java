// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.access;

/// What can be done (权限). Reading permissions have a reach: one's own organisation, or all of them.
public enum Permission {
    READ_COMPANY,
    IMPORT_REGISTRY,
    RECORD_FACTS,
    READ_ENTITLEMENT,
    RUN_GRANT_LIST,
    ACCEPT_GRANT,
    OBJECT_TO_GRANT,
    READ_VOUCHER,
    READ_JOB,
    SUBMIT_JOB,
    STOP_JOB,
    READ_BILL,
    READ_RECEIVABLE,
    READ_POLICY_BUDGET,
    READ_LEDGER,
    READ_AUDIT,
    MANAGE_PEOPLE,
    MANAGE_TOKENS,
    ADVANCE_CLOCK
}
