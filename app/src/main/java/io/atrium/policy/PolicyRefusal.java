// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.RefusalCode;

/// Why this module refuses, in order of precedence.
public enum PolicyRefusal implements RefusalCode {
    POLICY_NOT_AUTOMATIC(Kind.RULE),
    POLICY_NOT_IN_FORCE(Kind.RULE),
    NOBODY_ENTITLED(Kind.RULE),
    GRANT_STATE_FORBIDS(Kind.CONFLICT),
    CONFIRMATION_OVERDUE(Kind.RULE),
    BUDGET_YEAR_ENDED(Kind.RULE),
    BUDGET_TOO_SMALL(Kind.RULE),
    REASON_MISSING(Kind.MALFORMED),
    PACKAGE_FILE_WRONG(Kind.MALFORMED),
    DECISION_NAME_TAKEN(Kind.MALFORMED),
    DRAFT_EXISTS(Kind.CONFLICT),
    DRAFT_STATE_FORBIDS(Kind.CONFLICT),
    DRAFT_NAMES_ANOTHER_POLICY(Kind.RULE),
    DRAFT_VERSION_TAKEN(Kind.RULE),
    DRAFT_FAULTY(Kind.RULE),
    DRAFT_REVIEWER_WROTE_IT(Kind.RULE),
    DRAFT_DAY_PAST(Kind.RULE),
    /// Who began it may not finish it.
    SECOND_OFFICER_NEEDED(Kind.RULE),
    CLAUSE_MISSING(Kind.MALFORMED),
    POLICY_TAKES_NO_APPLICATIONS(Kind.RULE),
    APPLICATION_OPEN_ALREADY(Kind.CONFLICT),
    APPLICATION_STATE_FORBIDS(Kind.CONFLICT),
    FACTS_MISSING(Kind.RULE),
    CONDITIONS_NOT_MET(Kind.RULE),
    APPLICATION_STATEMENT_TOO_LONG(Kind.RULE),
    DEFECT_UNANSWERED(Kind.RULE),
    DEFECTS_MISSING(Kind.RULE),
    COMMENT_MISSING(Kind.RULE),
    AMOUNT_MISSING(Kind.RULE),
    AMOUNT_ABOVE_CEILING(Kind.RULE),
    AMOUNT_NOT_AGREED(Kind.RULE),
    PAYEE_ACCOUNT_ABNORMAL(Kind.RULE),
    DAY_IN_FUTURE(Kind.RULE),
    DAY_BEFORE_DECISION(Kind.RULE);

    private final Kind kind;

    PolicyRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
