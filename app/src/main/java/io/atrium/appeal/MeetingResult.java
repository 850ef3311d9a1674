// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.appeal.domain.Clock;
import java.util.List;

/// What came of a need that was put on the list of a meeting (现场会结果).
public enum MeetingResult {
    ANSWERED,
    /// Not answered, with a promised day that runs.
    PROMISED,
    OPEN,
    WITHDRAWN;

    public static MeetingResult of(AppealView appeal, List<Clock> clocks) {
        return switch (appeal.state()) {
            case ANSWERED, CLOSED -> ANSWERED;
            case WITHDRAWN -> WITHDRAWN;
            case RAISED, DISPATCHED, IN_WORK, WAITING_FOR_FIRM ->
                clocks.stream().anyMatch(clock -> clock.kind() == ClockKind.PROMISE && clock.isOpen())
                        ? PROMISED
                        : OPEN;
        };
    }
}
