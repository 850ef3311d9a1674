// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.kernel.RequestKey;
import java.util.List;

/// Puts appeals on the list of a meeting (列入现场会): all of them or none.
///
/// @param appeals those that were chosen
/// @param number of one more, as people write it; empty for none
public record ListCases(RequestKey key, MeetingId meeting, List<AppealId> appeals, String number) {

    public ListCases {
        appeals = List.copyOf(appeals);
    }
}
