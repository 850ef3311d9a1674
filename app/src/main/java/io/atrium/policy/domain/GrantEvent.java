// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

/// What can happen to a grant.
public enum GrantEvent {
    FACTS_MATCHED,
    DEPARTMENT_CONFIRMED,
    PUBLICITY_STARTED,
    OBJECTION_RAISED,
    OBJECTION_REJECTED,
    OBJECTION_ACCEPTED,
    PUBLICITY_ENDED,
    FIRM_ACCEPTED,
    FIRM_DECLINED,
    WINDOW_CLOSED,
    BUDGET_YEAR_ENDED,
    ACCOUNT_FAILED,
    ACCOUNT_MENDED,
    VOUCHER_ISSUED,
    RECLAIMED
}
