// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A meeting on the spot (部门现场答): a day on which departments answer a list of needs face to face.
///
/// @param cases how many are on its list
/// @param conclusion null until it is concluded
public record MeetingView(
        MeetingId id,
        String title,
        LocalDate heldOn,
        String place,
        OrgId host,
        int cases,
        @Nullable Conclusion conclusion) {

    /// How it ended (现场会小结).
    public record Conclusion(String words, String by, Instant at) {}
}
