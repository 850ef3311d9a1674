// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

import java.time.LocalDate;
import java.util.List;

/// Something that a person should look at (发现), with its reasons.
///
/// @param place empty for everywhere
/// @param from  the first day of the span that stands out
/// @param day   the day on whose close it was found
/// @param cases ids of the cases behind it
public record Finding(
        Kind kind,
        Topic topic,
        String place,
        LocalDate from,
        LocalDate day,
        List<FindingReason> reasons,
        List<String> cases) {

    /// What was found.
    public enum Kind {
        /// Firms at one place ask about the same thing at the same time (同因诉求): there is one cause to look for.
        SAME_CAUSE,
        /// A category, or a thing in many places, is asked about more than usual (诉求激增).
        SURGE,
        /// One firm asks again and again about the same thing (重复诉求).
        REPEATED_FIRM
    }
}
