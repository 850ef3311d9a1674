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
    /// The account stayed abnormal until its term was over (退回).
    RETURNED,
    BUDGET_YEAR_CLOSED,
    POOL_EXHAUSTED,
    /// The firm is heard on why the grant should be taken back (听取意见).
    CLAWBACK_HEARING,
    CLAWBACK_REVIEW,
    CLAWBACK;

    /// Whether somebody still has something to do.
    public boolean isOpen() {
        return switch (this) {
            case RULE_PUBLISHED,
                    DATA_MATCHED,
                    LIST_CONFIRMED,
                    PUBLICITY,
                    OBJECTION_HELD,
                    FIRM_CONFIRM,
                    PAYMENT_ORDER,
                    ACCOUNT_ABNORMAL,
                    CLAWBACK_HEARING,
                    CLAWBACK_REVIEW -> true;
            case GRANTED,
                    OBJECTION_UPHELD,
                    DECLINED,
                    WAIVED_NO_CONFIRM,
                    RETURNED,
                    BUDGET_YEAR_CLOSED,
                    POOL_EXHAUSTED,
                    CLAWBACK -> false;
        };
    }
}
