// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.dispute;

import io.atrium.compute.correction.BillCorrections.Right;
import io.atrium.kernel.RequestKey;
import org.jspecify.annotations.Nullable;

/// The provider, or the operator, answers.
///
/// @param right what is right of the bill when the dispute is accepted; null when it is rejected
public record AnswerDispute(
        RequestKey key, DisputeId dispute, @Nullable Right right, String reason) {}
