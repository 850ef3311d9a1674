// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One thing that happened to an appeal (办理记录).
///
/// @param isInternal kept from the firm
/// @param facts what is special about the move, such as the new end of an extension
public record StepView(
        String id,
        Instant at,
        AppealMove move,
        String by,
        String organisation,
        boolean isInternal,
        String words,
        Map<String, String> facts) {

    /// The latest one of a move: a redone answer stands in place of the first.
    public static Optional<StepView> last(List<StepView> steps, AppealMove move) {
        return steps.stream().filter(step -> step.move() == move).reduce((_, later) -> later);
    }
}
