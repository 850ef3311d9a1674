// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

import java.time.LocalDate;

/// A superseded version that goes on holding for those who have something already (过渡安排).
///
/// @param fact the boolean fact that says who has it
/// @param until the last day
/// @param clause the clause that says so
public record KeptFor(String fact, LocalDate until, String clause) {}
