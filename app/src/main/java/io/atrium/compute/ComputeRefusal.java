// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.kernel.RefusalCode;

/// Why compute says no, in order of precedence.
public enum ComputeRefusal implements RefusalCode {
    JOB_NAME_LENGTH(Kind.RULE),
    JOB_PROJECT_LENGTH(Kind.RULE),
    WORKLOAD_UNKNOWN(Kind.RULE),
    COMMAND_MISSING(Kind.RULE),
    COMMAND_TOO_LONG(Kind.RULE),
    GPUS_OUT_OF_RANGE(Kind.RULE),
    TIME_LIMIT_OUT_OF_RANGE(Kind.RULE),
    POOL_UNKNOWN(Kind.RULE),
    NO_POOL_ALLOWED(Kind.RULE),
    LARGER_THAN_ANY_POOL(Kind.RULE),
    LARGER_THAN_QUOTA(Kind.RULE),
    QUEUE_FULL(Kind.RULE),
    CREDIT_LINE_EXHAUSTED(Kind.RULE),
    GPU_TIME_EXHAUSTED(Kind.RULE),
    JOB_NOT_STOPPABLE(Kind.CONFLICT),
    STATEMENT_TOO_LONG(Kind.RULE),
    QUOTA_UNCHANGED(Kind.RULE),
    QUOTA_REASON_LENGTH(Kind.RULE),
    QUOTA_REQUEST_OPEN(Kind.CONFLICT),
    QUOTA_REQUEST_ENDED(Kind.CONFLICT),
    NOTICE_WORDS_LENGTH(Kind.RULE),
    NOTICE_PERIOD_INVALID(Kind.RULE),
    PRICE_OUT_OF_RANGE(Kind.RULE),
    PRICE_DAY_OUT_OF_RANGE(Kind.RULE),
    DISPUTE_REASON_LENGTH(Kind.RULE),
    DISPUTE_EVIDENCE_TYPE(Kind.RULE),
    DISPUTE_TOO_LATE(Kind.RULE),
    DISPUTE_OPEN(Kind.CONFLICT),
    DISPUTE_ENDED(Kind.CONFLICT),
    DISPUTE_BILL_NOT_LOWER(Kind.RULE),
    CORRECTION_REASON_LENGTH(Kind.RULE),
    CORRECTION_PERIOD_INVALID(Kind.RULE),
    CORRECTION_PRICE_UNCHANGED(Kind.RULE),
    CORRECTION_NOTHING_AFFECTED(Kind.RULE),
    CORRECTION_TOO_LARGE(Kind.RULE),
    CORRECTION_OPEN(Kind.CONFLICT),
    CORRECTION_ENDED(Kind.CONFLICT),
    CORRECTION_SAME_PERSON(Kind.RULE);

    private final Kind kind;

    ComputeRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
