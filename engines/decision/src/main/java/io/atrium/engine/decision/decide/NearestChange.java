// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.decide;

import org.jspecify.annotations.Nullable;

/// One of the conditions that would have to change for a "not yet" to become a yes.
///
/// @param subject the fact or computed figure that is compared; null when the condition is no simple comparison
/// @param current its value today, where it is a fact or a computed figure
/// @param operator for example `>=`
/// @param needed the threshold of the clause
public record NearestChange(
        String condition,
        @Nullable String subject,
        @Nullable String current,
        @Nullable String operator,
        @Nullable String needed) {}
