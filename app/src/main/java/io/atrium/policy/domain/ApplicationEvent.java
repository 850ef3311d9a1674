// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

/// What can happen to an application.
public enum ApplicationEvent {
    STARTED,
    SUBMITTED,
    ACCEPTED,
    RETURNED,
    COMPLETED,
    APPROVED_FIRST,
    SENT_BACK,
    APPROVED,
    VOUCHER_ISSUED,
    PAID_OUTSIDE,
    TITLE_RECORDED,
    REJECTED,
    WITHDRAWN,
    COMPLETION_TERM_ENDED
}
