// SPDX-License-Identifier: Apache-2.0

/// Feedback (意见反馈): anybody tells the operator what is wrong or missing; a person answers by a date. Start at
/// [io.atrium.insight.feedback.Feedbacks]. It is no ticket system: one message, one answer.
@NullMarked
package io.atrium.insight.feedback;

import org.jspecify.annotations.NullMarked;
