// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.kernel.RequestKey;
import java.time.LocalDate;

/// Calls a meeting on the spot (召开现场会).
public record CallMeeting(RequestKey key, String title, LocalDate heldOn, String place) {

    public static final int TITLE_LENGTH_MAX = 80;
    public static final int PLACE_LENGTH_MAX = 100;
}
