// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight.feedback;

import io.atrium.kernel.Refusal;

sealed interface FeedbackOutcome {

    record Kept(Feedback feedback) implements FeedbackOutcome {}

    record Refused(Refusal refusal) implements FeedbackOutcome {}
}
