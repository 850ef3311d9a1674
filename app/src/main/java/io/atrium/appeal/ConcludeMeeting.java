// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.kernel.RequestKey;

/// Ends a meeting on the spot (结束现场会); what is open stays with its unit until its limit.
///
/// @param words what was said in sum; may be empty
public record ConcludeMeeting(RequestKey key, MeetingId meeting, String words) {

    public static final int WORDS_LENGTH_MAX = 1_000;
}
