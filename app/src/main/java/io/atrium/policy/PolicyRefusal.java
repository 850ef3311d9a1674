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
    NAME_WRONG(Kind.MALFORMED),
    NAME_TAKEN(Kind.CONFLICT),
    NOTE_TOO_LONG(Kind.MALFORMED),
    SNAPSHOTS_FULL(Kind.RULE),
    SNAPSHOT_SIZE_WRONG(Kind.RULE),
    SNAPSHOT_IN_USE(Kind.CONFLICT),
    SCENARIOS_FULL(Kind.RULE),
    SCENARIO_OF_ANOTHER(Kind.RULE),
    DRAFT_UNREADABLE(Kind.RULE),
    FIGURE_UNKNOWN(Kind.MALFORMED),
    FIGURE_WRONG(Kind.MALFORMED),
    NOTHING_MOVED(Kind.RULE);

    private final Kind kind;

    PolicyRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
