// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

/// Where the grant of one firm stands (发放状态). Which step leads where stands in [GrantSteps].
public enum GrantState {
    RULE_PUBLISHED,
    DATA_MATCHED,
    LIST_CONFIRMED,
    PUBLICITY,
    OBJECTION_HELD,
    FIRM_CONFIRM,
    PAYMENT_ORDER,
    GRANTED,
    /// Side exits: nothing is granted, or it was taken back.
    OBJECTION_UPHELD,
    DECLINED,
    WAIVED_NO_CONFIRM,
    ACCOUNT_ABNORMAL,
    BUDGET_YEAR_CLOSED,
    CLAWBACK;

    /// Whether the firm is still on its way to a grant.
    public boolean isOpen() {
        return switch (this) {
            case RULE_PUBLISHED,
                    DATA_MATCHED,
                    LIST_CONFIRMED,
                    PUBLICITY,
                    OBJECTION_HELD,
                    FIRM_CONFIRM,
                    PAYMENT_ORDER,
                    ACCOUNT_ABNORMAL -> true;
            case GRANTED, OBJECTION_UPHELD, DECLINED, WAIVED_NO_CONFIRM, BUDGET_YEAR_CLOSED, CLAWBACK -> false;
        };
    }
}
