// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

/// Where an application stands (申报状态). Which step leads where stands in [ApplicationSteps].
public enum ApplicationState {
    DRAFT,
    SUBMITTED,
    /// Taken in for review (受理).
    ACCEPTED_FOR_REVIEW,
    /// The firm is to add what the department named, once and all at once (补正).
    RETURNED_FOR_COMPLETION,
    /// Reviewed again after the completion; it cannot be returned a second time.
    REVIEW,
    /// Approved by one officer, above the limit of one (双人复核).
    SECOND_APPROVAL,
    APPROVED,
    /// The voucher is issued, the payment or the title told (兑现).
    FULFILLED,
    REJECTED,
    WITHDRAWN,
    /// Not completed in time.
    LAPSED;

    /// Whether somebody still has something to do.
    public boolean isOpen() {
        return switch (this) {
            case DRAFT, SUBMITTED, ACCEPTED_FOR_REVIEW, RETURNED_FOR_COMPLETION, REVIEW, SECOND_APPROVAL, APPROVED ->
                true;
            case FULFILLED, REJECTED, WITHDRAWN, LAPSED -> false;
        };
    }

    /// Whether the firm may still change facts and papers.
    public boolean isWithFirm() {
        return this == DRAFT || this == RETURNED_FOR_COMPLETION;
    }

    /// Whether the department has decided.
    public boolean isDecided() {
        return this == APPROVED || this == FULFILLED || this == REJECTED;
    }
}
