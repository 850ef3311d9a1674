// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

import org.jspecify.annotations.Nullable;

/// What a benefit cost a firm before it was had through Atrium (办理流程改革前): the figures of 高效办成一件事, against which
/// what is measured now is held. A figure that no source names is null.
///
/// @param steps acts of the firm, from the first form to the payment
/// @param workingDays from the application to the payment
/// @param documents papers handed in
/// @param visits ways to a counter
/// @param source where the figures are from
/// @param isAssumed at least one of them is not sourced for this policy
public record ProcessBefore(
        @Nullable Integer steps,
        @Nullable Integer workingDays,
        @Nullable Integer documents,
        @Nullable Integer visits,
        LocalText source,
        boolean isAssumed) {}
