// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import static io.atrium.policy.domain.ApplicationState.*;

import io.atrium.policy.domain.GrantDuty.Owner;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The life of an application: one table, anything that is not in it is refused.
///
/// ```
/// DRAFT → SUBMITTED → ACCEPTED_FOR_REVIEW ──────────────────────→ APPROVED → FULFILLED
///                       ↓                                    ↗  ↑
///                     RETURNED_FOR_COMPLETION → REVIEW ──────  SECOND_APPROVAL
/// ```
///
/// It is returned at most once: `REVIEW`, which follows a completion, has no way back. `REJECTED` can follow each state
/// of
/// the department before approval, `WITHDRAWN` each state before it, `LAPSED` a completion that did not come in time.
public final class ApplicationSteps {

    private static final Map<ApplicationState, Map<ApplicationEvent, ApplicationState>> STEPS =
            new EnumMap<>(ApplicationState.class);

    static {
        step(DRAFT, ApplicationEvent.SUBMITTED, SUBMITTED);
        step(DRAFT, ApplicationEvent.WITHDRAWN, WITHDRAWN);
        step(SUBMITTED, ApplicationEvent.ACCEPTED, ACCEPTED_FOR_REVIEW);
        step(SUBMITTED, ApplicationEvent.REJECTED, REJECTED);
        step(SUBMITTED, ApplicationEvent.WITHDRAWN, WITHDRAWN);
        step(ACCEPTED_FOR_REVIEW, ApplicationEvent.RETURNED, RETURNED_FOR_COMPLETION);
        step(ACCEPTED_FOR_REVIEW, ApplicationEvent.APPROVED_FIRST, SECOND_APPROVAL);
        step(ACCEPTED_FOR_REVIEW, ApplicationEvent.APPROVED, APPROVED);
        step(ACCEPTED_FOR_REVIEW, ApplicationEvent.REJECTED, REJECTED);
        step(ACCEPTED_FOR_REVIEW, ApplicationEvent.WITHDRAWN, WITHDRAWN);
        step(RETURNED_FOR_COMPLETION, ApplicationEvent.COMPLETED, REVIEW);
        step(RETURNED_FOR_COMPLETION, ApplicationEvent.WITHDRAWN, WITHDRAWN);
        step(RETURNED_FOR_COMPLETION, ApplicationEvent.COMPLETION_TERM_ENDED, LAPSED);
        step(REVIEW, ApplicationEvent.APPROVED_FIRST, SECOND_APPROVAL);
        step(REVIEW, ApplicationEvent.APPROVED, APPROVED);
        step(REVIEW, ApplicationEvent.REJECTED, REJECTED);
        step(REVIEW, ApplicationEvent.WITHDRAWN, WITHDRAWN);
        step(SECOND_APPROVAL, ApplicationEvent.APPROVED, APPROVED);
        step(SECOND_APPROVAL, ApplicationEvent.SENT_BACK, REVIEW);
        step(SECOND_APPROVAL, ApplicationEvent.WITHDRAWN, WITHDRAWN);
        step(APPROVED, ApplicationEvent.VOUCHER_ISSUED, FULFILLED);
        step(APPROVED, ApplicationEvent.PAID_OUTSIDE, FULFILLED);
        step(APPROVED, ApplicationEvent.TITLE_RECORDED, FULFILLED);
    }

    private ApplicationSteps() {}

    /// Where the event leads from a state; empty when it is not allowed there.
    public static Optional<ApplicationState> next(ApplicationState state, ApplicationEvent event) {
        return Optional.ofNullable(STEPS.getOrDefault(state, Map.of()).get(event));
    }

    /// Whose turn it is in a state; empty where an application has come to its end.
    public static Optional<Owner> owner(ApplicationState state) {
        return switch (state) {
            case DRAFT, RETURNED_FOR_COMPLETION -> Optional.of(Owner.FIRM);
            case SUBMITTED, ACCEPTED_FOR_REVIEW, REVIEW, APPROVED -> Optional.of(Owner.DEPARTMENT);
            case SECOND_APPROVAL -> Optional.of(Owner.SECOND_OFFICER);
            case FULFILLED, REJECTED, WITHDRAWN, LAPSED -> Optional.empty();
        };
    }

    private static void step(ApplicationState from, ApplicationEvent event, ApplicationState to) {
        STEPS.computeIfAbsent(from, _ -> new EnumMap<>(ApplicationEvent.class)).put(event, to);
    }
}
