// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.kernel.RequestKey;

/// Puts an appeal on the list of a meeting (列入现场会).
///
/// @param number of the appeal, as people write it
public record ListCase(RequestKey key, MeetingId meeting, String number) {}
