// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import io.atrium.engine.decision.policy.GrantMode;
import java.util.Optional;

/// How many working days each state of an application may last (办理期限). Published practice names two: 即申即享 within 2
/// (永修县), 快申快享 within 60 (四川 川办函〔2024〕17号). All others are assumed, and said to be; each place sets its own.
///
/// @param accept until the department takes it in
/// @param instant review of an INSTANT policy
/// @param fast review of a FAST policy
/// @param ordinary review of any other policy, not shorter than that of a fast one
/// @param complete for the firm to add what is lacking
/// @param second until the second officer decides
/// @param fulfil from the approval until payment or title is told
public record ApplicationTerms(int accept, int instant, int fast, int ordinary, int complete, int second, int fulfil) {

    /// Whether published practice names the term of a review, so that it is not called assumed.
    public static boolean isSourced(ApplicationState state, GrantMode mode) {
        return isReview(state) && (mode == GrantMode.INSTANT || mode == GrantMode.FAST);
    }

    /// Working days that a state may last; empty where none runs.
    public Optional<Integer> of(ApplicationState state, GrantMode mode) {
        return switch (state) {
            case SUBMITTED -> Optional.of(accept);
            case ACCEPTED_FOR_REVIEW, REVIEW -> Optional.of(review(mode));
            case RETURNED_FOR_COMPLETION -> Optional.of(complete);
            case SECOND_APPROVAL -> Optional.of(second);
            case APPROVED -> Optional.of(fulfil);
            case DRAFT, FULFILLED, REJECTED, WITHDRAWN, LAPSED -> Optional.empty();
        };
    }

    public int review(GrantMode mode) {
        return switch (mode) {
            case INSTANT -> instant;
            case FAST -> fast;
            case APPLY, AUTOMATIC, CONFIRM -> ordinary;
        };
    }

    private static boolean isReview(ApplicationState state) {
        return state == ApplicationState.ACCEPTED_FOR_REVIEW || state == ApplicationState.REVIEW;
    }
}
