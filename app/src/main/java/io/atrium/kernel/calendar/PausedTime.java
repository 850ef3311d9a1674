// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.calendar;

import java.time.Duration;

/// How long a deadline did not run (中止时间): whole days for limits in days, time for the others.
public record PausedTime(int days, Duration time) {

    public static final PausedTime NONE = new PausedTime(0, Duration.ZERO);

    public PausedTime {
        if (days < 0 || time.isNegative()) {
            throw new IllegalArgumentException("a pause is not negative: " + days + " " + time);
        }
    }

    public PausedTime plus(PausedTime other) {
        return new PausedTime(days + other.days, time.plus(other.time));
    }
}
